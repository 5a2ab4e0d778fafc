"""An operator takes in the workplaces of a file, once and again."""

import pytest
from sqlalchemy import func, select

from tests.support.csv_files import ROW, summary
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.moderation.queries import queue
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.trajectories.products import ProductCode
from webapp.workplaces import publication, submission
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.public import public_workplaces
from webapp.workplaces.vocabulary import Access

PUBLISH = ["--publish"]


def only_workplace(session):
    return session.scalars(select(Workplace)).one()


def count(session, model):
    number = session.scalar(select(func.count()).select_from(model))
    session.rollback()  # so that the next command need not wait for this session
    return number


def test_a_workplace_says_what_its_row_says(take_in, session):
    assert take_in({"toegankelijkheid": "rolstoel; De kas is vlak."}).stdout == summary(new=1)
    version = only_workplace(session).latest_version
    assert version.content == WorkplaceContent(
        title="Meewerken in de kas",
        summary="Je helpt planten groeien.",
        tasks="Zaaien, wieden en oogsten.",
        learning="Je leert planten verzorgen.",
        sectors=("groen-en-tuin", "kwekerij"),
        rungs=(2, 3),
        products=(ProductCode.ORIENTATION, ProductCode.STABLE_3),
        street="Kasweg",
        house_number="12a",
        postcode="6921 AB",
        place="Duiven",
        day_parts=("ma-ochtend", "ma-middag", "wo-ochtend", "wo-middag", "vr-ochtend"),
        hours_min=4,
        hours_max=16,
        wheelchair=Access.YES,
        accessibility_notes="De kas is vlak.",
        contact_email="kas@voorbeeldhof.example",
        website="https://voorbeeldhof.example",
    )
    assert (version.delivery_municipality_code, version.place_key) == ("GM0226", "Duiven|GM0226")


@pytest.mark.parametrize("options", [[], PUBLISH])
def test_a_row_of_a_municipality_that_takes_no_part_is_refused(take_in, session, options):
    done = take_in({"gemeente_code": "GM0363"}, {}, options=options)
    assert done.stdout == summary(new=1, bad=1)
    assert done.stderr == (
        "Regel 2: gemeente_code: De gemeente 'GM0363' doet niet mee op deze site. "
        "Kies een gemeente die meedoet.\n"
    )
    assert count(session, Workplace) == 1


@pytest.mark.parametrize("options", [[], PUBLISH])
def test_a_row_whose_place_lies_elsewhere_than_its_postcode_is_refused(take_in, options):
    done = take_in({}, {"titel": "Elders", "plaats": "Amsterdam"}, options=options)
    assert done.stdout == summary(new=1, bad=1)
    assert done.stderr == (
        "Regel 3: plaats: Bij postcode 6921 hoort de plaats Duiven. "
        "Verbeter de plaats of de postcode.\n"
    )


def test_without_publish_everything_waits_for_a_moderator(take_in, session):
    take_in({})
    organisation = session.scalars(select(Organisation)).one()
    assert organisation.status is OrganisationStatus.SUBMITTED
    assert only_workplace(session).latest_version.status is VersionStatus.SUBMITTED
    assert [item.title for item in queue(session, "GM0226")] == [organisation.name, ROW["titel"]]
    assert session.scalars(public_workplaces()).all() == []


def test_with_publish_a_visitor_sees_it_and_the_log_tells_why(take_in, session):
    take_in({}, options=PUBLISH)
    workplace = session.scalars(public_workplaces()).one()
    assert workplace.published_version.status is VersionStatus.APPROVED
    steps = [(step.action, step.actor_name) for step in workplace.published_version.changes]
    assert steps == [("submit", SYSTEM.name), ("approve", SYSTEM.name)]
    assert session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all() == [
        *("organisation.taken_in", "organisation.approved", "workplace.offered"),
        *("workplace.submitted", "workplace.approved"),
    ]


def test_the_same_file_twice_changes_nothing(take_in, session):
    rows = [{}, {"titel": "Meewerken in de winkel"}, {"kvk_nummer": "", "organisatie": "Ander"}]
    take_in(*rows, options=PUBLISH)
    before = count(session, AuditEvent), count(session, WorkplaceVersion)
    assert take_in(*rows, options=PUBLISH).stdout == summary(unchanged=3)
    assert take_in(*rows).stdout == summary(unchanged=3)
    assert (count(session, AuditEvent), count(session, WorkplaceVersion)) == before


def test_a_changed_row_waits_as_a_new_version_while_visitors_read_the_old(take_in, session):
    take_in({}, options=PUBLISH)
    assert take_in({"uren_max": "20"}).stdout == summary(changed=1)
    workplace = only_workplace(session)
    assert workplace.published_version.content.hours_max == 16
    assert workplace.latest_version.status is VersionStatus.SUBMITTED
    assert workplace.latest_version.content.hours_max == 20


def test_a_changed_row_is_published_at_once_with_publish(take_in, session):
    take_in({}, options=PUBLISH)
    take_in({"uren_max": "20"}, options=PUBLISH)
    first, second = only_workplace(session).versions
    assert (first.status, second.status) == (VersionStatus.SUPERSEDED, VersionStatus.APPROVED)
    assert only_workplace(session).published_version is second


def test_what_waited_is_published_by_the_same_file_with_publish(take_in, session):
    take_in({})
    assert take_in({}, options=PUBLISH).stdout == summary(changed=1)
    assert only_workplace(session).published_version.number == 1


def test_a_workplace_that_waits_is_changed_where_it_stands_in_the_queue(take_in, session):
    take_in({})
    take_in({"uren_max": "20"})
    (version,) = only_workplace(session).versions
    assert (version.status, version.content.hours_max) == (VersionStatus.SUBMITTED, 20)


def test_an_empty_cell_leaves_what_somebody_filled_in(take_in, session):
    take_in({}, options=PUBLISH)
    assert take_in({"dagen": "", "leren": ""}, options=PUBLISH).stdout == summary(unchanged=1)
    assert only_workplace(session).published_version.content.day_parts


def test_a_returned_workplace_stays_with_its_provider_until_the_file_changes(take_in, session):
    take_in({})
    version = only_workplace(session).latest_version
    publication.return_to_provider(
        session, version, reason="Wie?", expected_lock=version.lock, actor=SYSTEM, now=clock.now()
    )
    session.commit()
    assert take_in({}).stdout == summary(unchanged=1)
    assert take_in({"leren": "Alles."}).stdout == summary(changed=1)
    session.expire_all()
    assert version.status is VersionStatus.SUBMITTED


def test_a_withdrawn_workplace_does_not_come_back_by_itself(take_in, session):
    take_in({}, options=PUBLISH)
    submission.withdraw(
        session, only_workplace(session), reason="Weg.", actor=SYSTEM, now=clock.now()
    )
    session.commit()
    assert take_in({}, options=PUBLISH).stdout == summary(unchanged=1)
    assert session.scalars(public_workplaces()).all() == []


def test_a_hidden_workplace_stays_hidden_when_it_is_published_anew(take_in, session):
    take_in({}, options=PUBLISH)
    publication.hide(session, only_workplace(session), actor=SYSTEM, now=clock.now())
    session.commit()
    take_in({"uren_max": "20"}, options=PUBLISH)
    assert session.scalars(public_workplaces()).all() == []


def test_an_organisation_is_known_by_its_number_or_by_name_and_municipality(take_in, session):
    take_in(
        {},
        {"titel": "B", "organisatie": "Voorbeeldhof", "gemeente_code": "GM0202"},
        {"titel": "C", "kvk_nummer": ""},
        {"titel": "D", "organisatie": "Stichting tuinderij: de VOORBEELDHOF"},
    )
    assert count(session, Organisation) == 1
    take_in({"titel": "E", "kvk_nummer": "", "gemeente_code": "GM0202"})
    assert count(session, Organisation) == 1
    take_in(
        {"titel": "F", "kvk_nummer": "", "gemeente_code": "GM0200"},
        {"titel": "G", "kvk_nummer": "00000902"},
    )
    assert count(session, Organisation) == 3


def test_a_title_at_another_address_is_another_workplace(take_in, session):
    take_in({}, {"huisnummer": "14"})
    assert count(session, Workplace) == 2


def test_the_code_of_the_municipality_wins_from_the_postcode(take_in, session):
    take_in({"gemeente_code": "GM0299"})
    workplace = only_workplace(session)
    version = workplace.latest_version
    assert (workplace.municipality_code, version.delivery_municipality_code) == ("GM0299", "GM0299")
    assert version.place_key is None
    assert version.latitude is not None


@pytest.mark.parametrize(
    ("place", "place_key", "has_point"),
    [("Groessen", "Groessen|GM0226", True), ("Nergenshuizen", None, False)],
)
def test_a_row_without_a_postcode_lies_at_its_place_or_nowhere_on_the_map(
    take_in, session, place, place_key, has_point
):
    take_in({"postcode": "", "plaats": place}, options=PUBLISH)
    version = session.scalars(public_workplaces()).one().published_version
    assert version.place_key == place_key
    assert (version.latitude is not None) is has_point


def test_a_row_with_only_what_it_needs_is_good(take_in, session):
    needed = {"organisatie": "A", "titel": "B", "postcode": "6921", "gemeente_code": "226"}
    row = dict.fromkeys(ROW, "") | needed | {"postcode": "6921 AB"}
    assert take_in(row, options=PUBLISH).stdout == summary(new=1)
    assert session.scalars(public_workplaces()).one().organisation.kvk_number is None
