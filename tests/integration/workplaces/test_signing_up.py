"""An organisation signs up with its first workplace."""

from dataclasses import replace
from datetime import UTC, datetime
from html import escape

import pytest

from tests.support.mails import SITE, secret_in
from tests.support.people import make_account
from tests.support.workplaces import DEFAULT_CONTENT
from webapp.accounts.models import Account, AccountToken
from webapp.accounts.tokens import LinkExpiredError
from webapp.core.errors import InvalidInputError
from webapp.geo.geocoding import NoGeocoder
from webapp.mail.models import OutgoingMail
from webapp.moderation.queries import queue
from webapp.organisations.details import OrganisationDetails
from webapp.organisations.models import Membership, OrganisationStatus
from webapp.workplaces import sectors
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.signing_up import ORGANISATION, Application, confirm, sign_up

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PASSWORD = "een lang wachtwoord"
DETAILS = OrganisationDetails(
    name="Stichting Voorbeeld",
    contact_name="Sanne",
    contact_email="info@voorbeeld.example",
    contact_phone="06-00000101",
)
NO_CONTACT = DEFAULT_CONTENT.changed(contact_name="", contact_email="")


@pytest.fixture(autouse=True)
def _sectors(session):
    sectors.load(session)


def apply(session, *, workplace=NO_CONTACT, organisation=DETAILS, email="sanne@voorbeeld.example"):
    application = Application(
        name="Sanne",
        email=email,
        organisation=organisation,
        workplace=workplace,
    )
    return sign_up(
        session,
        application,
        municipality_code="GM0226",
        site=SITE,
        geocoder=NoGeocoder(),
        now=NOW,
    )


def test_everything_waits_and_one_mail_goes_out(session):
    organisation = apply(session)
    assert organisation.status is OrganisationStatus.UNCONFIRMED
    version = session.query(Workplace).one().latest_version
    assert (version.status, version.submitted_at) == (VersionStatus.SUBMITTED, NOW)
    assert (version.content.contact_name, version.content.contact_phone) == ("Sanne", "06-00000101")
    (mail,) = session.query(OutgoingMail).all()
    assert (mail.recipient, mail.kind) == ("sanne@voorbeeld.example", "accounts/confirm_email")
    (token,) = session.query(AccountToken).all()
    assert token.details[ORGANISATION] == organisation.public_id


@pytest.mark.parametrize("has_account", [False, True])
@pytest.mark.parametrize("name", ["Bakkers & Zonen “De <Oven>”", "Stichting De Ploeg"])
def test_the_mail_names_the_organisation_as_it_is_called(session, has_account, name):
    if has_account:
        make_account(session, "sanne@voorbeeld.example")
    apply(session, organisation=replace(DETAILS, name=name))
    (mail,) = session.query(OutgoingMail).all()
    assert f" {name} aan" in mail.body_text
    assert f" {escape(name)} aan" in mail.body_html


def test_a_name_that_could_be_a_message_to_a_stranger_is_in_no_mail(session):
    apply(session, organisation=replace(DETAILS, name="Win op www.prijs.example"))
    (mail,) = session.query(OutgoingMail).all()
    assert "prijs" not in mail.body_text + mail.body_html
    assert "je je organisatie aanmeldt" in mail.body_text


def test_of_two_sign_ups_by_one_person_each_mail_names_its_own(session):
    make_account(session, "sanne@voorbeeld.example")
    apply(session, organisation=replace(DETAILS, name="De Eerste"))
    apply(session, organisation=replace(DETAILS, name="De Tweede"))
    first, second = session.query(OutgoingMail).order_by(OutgoingMail.id)
    assert ("De Eerste" in first.body_text, "De Tweede" in second.body_text) == (True, True)
    assert "De Eerste" not in second.body_text


def test_nobody_is_a_member_before_the_mail_is_confirmed(session):
    apply(session)
    assert session.query(Membership).count() == 0
    assert session.query(Account).one().email_confirmed_at is None


def press(session):
    """Press the link in the mail, and choose a password there."""
    secret = secret_in(session.query(OutgoingMail).one())
    return confirm(session, secret, password=PASSWORD, now=NOW)


def test_the_link_makes_the_person_manager_and_shows_everything_to_the_municipality(session):
    organisation = apply(session)
    assert queue(session, "GM0226") == []
    confirmed = press(session)
    assert confirmed.organisation is organisation
    assert organisation.status is OrganisationStatus.SUBMITTED
    assert confirmed.account.is_confirmed
    assert [item.account for item in organisation.memberships] == [confirmed.account]
    assert [item.kind for item in queue(session, "GM0226")] == ["organisatie", "nieuw"]


def test_the_link_works_once(session):
    apply(session)
    press(session)
    with pytest.raises(LinkExpiredError):
        press(session)


def test_a_link_outlives_an_organisation_that_is_gone(session):
    organisation = apply(session)
    session.delete(session.query(Workplace).one())
    session.delete(organisation)
    session.flush()
    confirmed = press(session)
    assert (confirmed.account.is_confirmed, confirmed.organisation) == (True, None)


def test_a_workplace_that_is_not_complete_is_kept_as_a_draft(session):
    apply(session, workplace=WorkplaceContent(title="Tuinwerk"))
    assert session.query(Workplace).one().latest_version.status is VersionStatus.DRAFT


def test_who_has_an_account_keeps_its_name_and_password_and_is_asked_all_the_same(session):
    known = make_account(session, "sanne@voorbeeld.example", name="Sanne zelf")
    apply(session)
    assert session.query(Account).all() == [known]
    assert (known.name, known.password_hash) == ("Sanne zelf", None)
    assert session.query(Membership).count() == 0
    (mail,) = session.query(OutgoingMail).all()
    assert mail.kind == "accounts/confirm_organisation"


def test_what_is_filled_in_wrongly_is_refused(session):
    with pytest.raises(InvalidInputError):
        apply(session, organisation=OrganisationDetails(name="Stichting"))
    with pytest.raises(InvalidInputError):
        apply(session, workplace=DEFAULT_CONTENT.changed(postcode="Duiven"))
