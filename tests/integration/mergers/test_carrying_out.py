"""Wijdemeren goes into Hilversum: whatever belonged to it belongs to Hilversum, and once."""

import pytest
from sqlalchemy import func, select

from tests.support.mergers import DAY, HILVERSUM, NOW, WIJDEMEREN, merge, plan_merger
from tests.support.people import make_account
from tests.support.registrations import make_registration
from tests.support.search import ask
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts import invitations
from webapp.accounts.models import Role, RoleName, TokenPurpose
from webapp.accounts.staff import Post
from webapp.accounts.tokens import issue
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.mergers.operations import carry_out_due
from webapp.municipalities import geography, operations, queries
from webapp.municipalities.models import Municipality, Place, PostcodeArea
from webapp.municipalities.settings import Adjacency
from webapp.organisations.models import Organisation
from webapp.registrations.models import Registration
from webapp.search import indexing
from webapp.search.engines.whoosh import WhooshEngine
from webapp.search.scope import surroundings, whole_municipality
from webapp.workplaces.models import PublicationChange, ServiceArea, Workplace, WorkplaceVersion

IN_WIJDEMEREN = {"postcode": "1231 AB", "place": "Loosdrecht"}
IN_HILVERSUM = {"postcode": "1211 AB", "place": "Hilversum"}
AMSTERDAM = "GM0363"


@pytest.fixture
def engine(tmp_path):
    made = WhooshEngine(tmp_path / "index")
    made.rebuild([])
    yield made
    made.close()


def workplace_in_wijdemeren(session, **values):
    return make_workplace(session, municipality_code=WIJDEMEREN, **(IN_WIJDEMEREN | values))


def count_of_old_code(session, *columns):
    return [
        session.scalar(select(func.count()).select_from(each.class_).where(each == WIJDEMEREN))
        for each in columns
    ]


def test_people_and_what_they_offer_go_along(session):
    workplace = workplace_in_wijdemeren(session)
    registration = make_registration(session, municipality_code=WIJDEMEREN)
    merge(session)
    assert (
        count_of_old_code(
            session,
            Workplace.municipality_code,
            WorkplaceVersion.delivery_municipality_code,
            Organisation.municipality_code,
            Registration.municipality_code,
            Place.municipality_code,
            PostcodeArea.municipality_code,
        )
        == [0] * 6
    )
    assert workplace.municipality_code == HILVERSUM
    assert workplace.organisation.municipality_code == HILVERSUM
    assert workplace.published_version.delivery_municipality_code == HILVERSUM
    assert workplace.published_version.place_key == "Loosdrecht|GM0402"
    assert registration.municipality_code == HILVERSUM


def test_whoever_has_a_version_open_can_still_save_it(session):
    workplace = workplace_in_wijdemeren(session, service_area=("GM0363", WIJDEMEREN))
    lock = workplace.latest_version.lock
    merge(session)
    assert workplace.latest_version.lock == lock


def test_the_neighbours_of_both_are_those_of_hilversum(session):
    before = surroundings(session, WIJDEMEREN, Adjacency.MUNICIPALITY, today=clock.today()).adjacent
    merge(session)
    after = surroundings(session, HILVERSUM, Adjacency.MUNICIPALITY, today=clock.today()).adjacent
    assert before - {HILVERSUM} <= after
    assert not {WIJDEMEREN, HILVERSUM} & after
    for code in after:
        beside = surroundings(session, code, Adjacency.MUNICIPALITY, today=clock.today()).adjacent
        assert HILVERSUM in beside
        assert WIJDEMEREN not in beside


def test_places_keep_their_neighbours(session):
    merge(session)
    beside = surroundings(session, HILVERSUM, Adjacency.PLACE, today=clock.today()).adjacent_places
    assert {"Weesp|GM0363", "Breukelen|GM1904"} <= beside
    assert not any(key.endswith(("|GM0402", "|GM1696")) for key in beside)
    assert session.scalar(select(func.count()).select_from(Place)) == 2474


def test_a_place_that_both_have_becomes_one(session):
    session.add(
        Place(
            key="Loosdrecht|GM0402",
            name="Loosdrecht",
            folded_name="loosdrecht",
            municipality_code=HILVERSUM,
            latitude=52.2,
            longitude=5.1,
        )
    )
    session.flush()
    merge(session)
    assert [place.key for place in queries.places_named(session, "Loosdrecht")] == [
        "Loosdrecht|GM0402"
    ]


def test_who_serves_one_or_both_serves_hilversum_once(session):
    amsterdam = {"postcode": "1011 AB", "place": "Amsterdam", "municipality_code": AMSTERDAM}
    both = make_workplace(session, service_area=(WIJDEMEREN, HILVERSUM), **amsterdam)
    one = make_workplace(session, service_area=(WIJDEMEREN, "GM0344"), **amsterdam)
    there = make_workplace(
        session, service_area=(WIJDEMEREN,), municipality_code=HILVERSUM, **IN_HILVERSUM
    )
    merge(session)
    rows = session.execute(select(ServiceArea.workplace_id, ServiceArea.municipality_code))
    assert sorted(tuple(row) for row in rows) == sorted(
        [(both.id, HILVERSUM), (one.id, HILVERSUM), (one.id, "GM0344")]
    )
    assert both.published_version.content.service_area == (HILVERSUM,)
    assert one.published_version.content.service_area == (HILVERSUM, "GM0344")
    assert there.published_version.content.service_area == ()


def test_staff_of_both_work_for_hilversum_and_have_each_role_once(session):
    of_both = make_account(
        session,
        roles=(
            (RoleName.MODERATOR, WIJDEMEREN),
            (RoleName.MODERATOR, HILVERSUM),
            (RoleName.CONSULTANT, WIJDEMEREN),
        ),
    )
    merge(session)
    roles = session.scalars(select(Role).where(Role.account_id == of_both.id))
    assert sorted((role.name.value, role.municipality_code) for role in roles) == [
        ("consultant", HILVERSUM),
        ("moderator", HILVERSUM),
    ]


def test_an_invitation_leads_to_a_role_in_hilversum(session):
    invited = make_account(session)
    role = RoleName.CONSULTANT.value
    post = {"name": "Sanne", "role": role, "municipality_code": WIJDEMEREN}
    secret = issue(session, invited, TokenPurpose.INVITATION, now=NOW, details=post)
    merge(session)
    assert len(invitations.open_invitations(session, HILVERSUM, now=NOW)) == 1
    assert invitations.get_invitation(session, secret, now=NOW).post == Post(
        RoleName.CONSULTANT, HILVERSUM
    )


def test_search_follows(database, engine):
    with database.writing() as session:
        workplace_in_wijdemeren(session, title="Bootjes schilderen")
    indexing.apply_changes(database, engine)
    with database.writing() as session:
        merge(session)
    indexing.apply_changes(database, engine)
    with database.reading() as session:
        scope = whole_municipality(session, HILVERSUM)
        found = engine.search(ask("bootjes", scope=scope))
        nothing = engine.search(ask("bootjes", scope=whole_municipality(session, WIJDEMEREN)))
    assert (found.total, nothing.total) == (1, 0)
    assert indexing.check(database, engine).problem == ""


def test_the_log_tells_what_went_along(session):
    workplace_in_wijdemeren(session)
    merge(session)
    event = session.scalars(
        select(AuditEvent).where(AuditEvent.action == "municipality.merged")
    ).one()
    assert (event.subject_id, event.municipality_code) == (WIJDEMEREN, HILVERSUM)
    assert event.details["workplaces"] == 1
    assert event.details["places"] == 6


def test_a_merger_is_carried_out_once(session):
    workplace_in_wijdemeren(session)
    merge(session)
    before = session.scalar(select(func.count()).select_from(PublicationChange))
    assert carry_out_due(session, today=DAY, actor=SYSTEM, now=NOW) == []
    merge(session)
    assert session.scalar(select(func.count()).select_from(PublicationChange)) == before
    assert session.get_one(Municipality, HILVERSUM).population == 91235 + 24470


def test_what_is_written_in_the_second_of_the_merger_is_fetched(session):
    merge(session)
    late = make_registration(session, municipality_code=WIJDEMEREN)
    organisation = make_organisation(session, municipality_code=WIJDEMEREN)
    carry_out_due(session, today=DAY, actor=SYSTEM, now=NOW)
    session.expire_all()
    assert (late.municipality_code, organisation.municipality_code) == (HILVERSUM, HILVERSUM)


def test_the_old_municipality_is_history_and_no_choice_any_more(session):
    merge(session)
    old = queries.get_municipality(session, WIJDEMEREN)
    assert (old.ended_on, old.takes_part) == (DAY, False)
    assert old not in queries.all_municipalities(session)
    assert queries.find_current(session, WIJDEMEREN).code == HILVERSUM
    assert queries.names_by_code(session, {WIJDEMEREN}) == {WIJDEMEREN: "Wijdemeren"}


def test_one_merger_after_another_leads_to_the_last(session):
    merge(session)
    merge(session, HILVERSUM, "GM1942")
    assert queries.find_current(session, WIJDEMEREN).name == "Gooise Meren"
    assert queries.find_postcode(session, "1231").municipality_code == "GM1942"


def test_a_municipality_begins_with_the_first_that_goes_into_it(session):
    operations.join(session, session.get_one(Municipality, WIJDEMEREN), now=NOW)
    plan_merger(session, new="GM2099", name="Gooi en Vecht")
    plan_merger(session, old=HILVERSUM, new="GM2099", name="Gooi en Vecht")
    carry_out_due(session, today=DAY, actor=SYSTEM, now=NOW)
    new = session.get_one(Municipality, "GM2099")
    assert (new.name, new.slug, new.province) == ("Gooi en Vecht", "gooi-en-vecht", "Noord-Holland")
    assert new.population == 91235 + 24470
    assert {each.code for each in queries.former_municipalities(session)} == {WIJDEMEREN, HILVERSUM}


def test_files_from_before_the_merger_bring_nothing_back(session):
    merge(session)
    scope = surroundings(session, HILVERSUM, Adjacency.MUNICIPALITY, today=clock.today())
    geography.load(session)
    session.expire_all()
    assert surroundings(session, HILVERSUM, Adjacency.MUNICIPALITY, today=clock.today()) == scope
    assert queries.find_postcode(session, "1231").municipality_code == HILVERSUM
    assert queries.find_place(session, "Loosdrecht", HILVERSUM) is not None
    assert queries.find_place(session, "Loosdrecht", WIJDEMEREN) is None
    hilversum = session.get_one(Municipality, HILVERSUM)
    assert (hilversum.name, hilversum.population) == ("Hilversum", 91235 + 24470)
