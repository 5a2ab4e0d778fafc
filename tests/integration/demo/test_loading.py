"""The demonstration, loaded by the operations that people use."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from tests.support.demo_data import (
    ACCOUNTS,
    MEDIA,
    ORGANISATIONS,
    REGISTRATIONS,
    TAKING_PART,
    WORKPLACES,
)
from webapp.accounts.credentials import authenticate
from webapp.audit.models import AuditEvent
from webapp.content.models import FaqEntry
from webapp.demo.accounts import accounts
from webapp.demo.loading import load
from webapp.demo.people import PASSWORD
from webapp.enquiries.models import Enquiry, EnquiryStatus
from webapp.enquiries.queries import count_waiting
from webapp.mail.models import OutgoingMail
from webapp.media.renditions import names_of
from webapp.media.scanner import NoScanner
from webapp.media.storages.folder import FolderStorage
from webapp.media.uploads import DOCUMENT, Uploads
from webapp.moderation.queries import queue
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import Adjacency, get_settings
from webapp.organisations import logos
from webapp.organisations.models import Organisation
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.statistics import counts
from webapp.tariffs.models import Tariff
from webapp.workplaces import sectors
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.media_use import keys_in_use
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.public import public_workplaces

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def site(session):
    sectors.load(session)
    load(session, now=NOW)
    return session


def test_every_organisation_and_workplace_stands_where_its_file_says(site):
    statuses = Counter(item.status.value for item in site.scalars(select(Organisation)))
    assert statuses == Counter(row["status"] for row in ORGANISATIONS)
    found = {item.versions[0].content.title: item for item in site.scalars(select(Workplace))}
    assert len(found) == len(WORKPLACES)
    for row in WORKPLACES:
        workplace = found[row["title"]]
        status = VersionStatus(row["status"])
        assert (workplace.versions[0].status, workplace.is_visible) == (status, row["visible"])
        assert workplace.municipality_code == row["municipality"]
        latest = workplace.latest_version
        if "pending_change" in row:
            assert (latest.number, latest.status) == (2, VersionStatus.SUBMITTED)
        assert latest.place_key == f"{row['place']}|{row['municipality']}"
        assert latest.latitude is not None
    shown = [row for row in WORKPLACES if row["status"] == "approved" and row["visible"]]
    assert len(site.scalars(public_workplaces()).all()) == len(shown)


def test_a_moderator_finds_what_waits(site):
    titles = [item.title for item in queue(site, "GM0226")]
    assert titles == [
        "Imkerij Zoemhof",
        "Meewerken bij de imker: bijen, honing en bijenkasten",
        "Pakhuis Zuiderlicht",
        "Magazijn: bestellingen verzamelen en klaarzetten",
        "Dieren verzorgen op de kinderboerderij",
        "Inpakken aan een rustige tafel",
    ]


def test_the_past_is_past_and_nobody_hears_of_it(site):
    assert site.scalar(select(func.count()).select_from(OutgoingMail)) == 0
    assert site.scalar(select(func.max(AuditEvent.at))) <= NOW
    for version in (item.latest_version for item in site.scalars(select(Workplace))):
        assert version.workplace.organisation.created_at < version.created_at <= version.changed_at
        assert version.content.availability_on <= NOW.date()


def test_duiven_allows_a_workplace_from_apeldoorn(site):
    exception = site.scalars(select(LocationException)).one()
    assert (exception.municipality_code, exception.granted_by) == ("GM0226", "Daan Keurmeester")
    assert exception.workplace.municipality_code == "GM0200"
    assert exception.phase(NOW.date()) is Phase.CURRENT


def test_registrations_stand_where_their_file_says(site):
    found = {item.name: item for item in site.scalars(select(Registration))}
    for row in REGISTRATIONS:
        registration = found[row["name"]]
        assert registration.status is RegistrationStatus(row["status"])
        assert registration.municipality_code == row["municipality"]
        moments = [registration.created_at, *(change.at for change in registration.changes), NOW]
        assert moments == sorted(moments)


def test_everybody_can_log_in_with_the_one_password(site):
    people = accounts(site)
    assert {account["email"] for account in ACCOUNTS} < {person.email for person in people}
    for email in {person.email for person in people}:
        assert authenticate(site, email, PASSWORD), email


def test_municipalities_differ(site):
    assert {item.code for item in taking_part(site)} == TAKING_PART
    settings = {code: get_settings(site, code) for code in TAKING_PART}
    assert [code for code in settings if settings[code].adjacency is Adjacency.PLACE] == ["GM0202"]
    assert {item.theme for item in settings.values()} == {"rivier", "heide", "stad"}
    assert len({item.stable_progress for item in settings.values()}) == 3
    assert settings["GM0200"].calamity_working_days == 1
    assert site.scalars(select(FaqEntry.municipality_code)).all() == ["GM0226"]
    tariffs = site.execute(select(Tariff.municipality_code, Tariff.is_example)).all()
    assert set(tariffs) == {("GM0226", True), ("GM0202", True)}


def test_what_there_is_to_see_is_kept_and_shown(session, tmp_path):
    sectors.load(session)
    uploads = Uploads(FolderStorage(tmp_path), NoScanner())
    load(session, now=NOW, uploads=uploads)
    with_media = {row["workplace"]: row for row in MEDIA}
    for workplace in session.scalars(select(Workplace)):
        content = workplace.versions[0].content
        row = with_media.pop(content.title, {})
        assert [photo.alt for photo in content.photos] == [
            photo["alt"] for photo in row.get("photos", ())
        ]
        for photo in content.photos:
            for name in names_of(photo.width, photo.focus):
                uploads.storage.open(photo.key, name).stream.close()
        for document in content.documents:
            uploads.storage.open(document.key, DOCUMENT).stream.close()
    assert with_media == {}
    (logo,) = logos.keys_in_use(session)
    assert {key for key, _ in uploads.storage.kept()} == keys_in_use(session) | {logo}


def test_a_provider_finds_a_question_that_waits_and_figures_to_look_at(site):
    workplace = site.scalars(
        select(Workplace).join(Enquiry).where(Enquiry.status == EnquiryStatus.OPEN)
    ).one()
    assert count_waiting(site, [workplace.organisation_id]) == 1
    months = {month for month, _kind in counts.since(site, workplace.id, date(2026, 1, 1))}
    assert len(months) == 6
