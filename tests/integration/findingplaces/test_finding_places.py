"""A municipality keeps its finding places, and the matrix shows what lacks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.support.people import ARNHEM, DUIVEN
from tests.support.workplaces import make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.actor import SYSTEM
from webapp.core.errors import ConflictError, InvalidInputError, NotFoundError
from webapp.findingplaces import operations, queries, retention
from webapp.findingplaces.draft import FindingPlaceDraft
from webapp.findingplaces.models import FindingKind
from webapp.geo.coordinates import Coordinates
from webapp.geo.geocoding import NoGeocoder
from webapp.insight.matrix import Axis, Balance, Cell, matrix_of
from webapp.workplaces import sectors

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
TODAY = date(2026, 5, 4)
DRAFT = FindingPlaceDraft(
    name="  Inloophuis  De Brug ",
    kind=FindingKind.WALK_IN,
    place="Duiven",
    hours="Maandag van 9 tot 12 uur.",
    for_whom="Wie mensen wil ontmoeten.",
    rungs=("2", "1"),
    sectors=("groen-en-tuin",),
    postcode="6921ab",
    website="brug.example",
)


class Pinpoint:
    """Knows one address to the metre."""

    def locate(self, address):
        return Coordinates(51.95, 6.02) if address.house_number else None


@pytest.fixture(autouse=True)
def _sectors(session):
    sectors.load(session)


def add(session, code=DUIVEN, geocoder=None, **values):
    return operations.add(
        session,
        code,
        replace(DRAFT, **values),
        geocoder=geocoder or NoGeocoder(),
        actor=SYSTEM,
        now=NOW,
    )


def change(session, found, version=1, **values):
    operations.change(
        session,
        found,
        replace(DRAFT, **values),
        expected_version=version,
        geocoder=NoGeocoder(),
        actor=SYSTEM,
        now=NOW,
    )


def test_what_was_typed_gets_one_form_and_a_place_on_the_map(session):
    found = add(session)
    assert (found.name, found.postcode) == ("Inloophuis De Brug", "6921 AB")
    assert (found.website, found.rungs) == ("https://brug.example", ["1", "2"])
    assert found.point is not None
    at_the_door = add(session, geocoder=Pinpoint(), street="Rijksweg", house_number="1")
    assert at_the_door.point == Coordinates(51.95, 6.02)
    assert add(session, postcode="").point is None


def test_the_same_one_is_added_once(session):
    assert add(session) is add(session)
    assert add(session) is not add(session, name="Een andere")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("place", ""),
        ("hours", ""),
        ("for_whom", "x" * 601),
        ("rungs", ()),
        ("rungs", ("7",)),
        ("sectors", ("bestaat-niet",)),
        ("postcode", "692"),
        ("house_number", "a"),
        ("phone", "geen"),
        ("email", "geen"),
        ("website", "geen website"),
        ("place", "Groningen"),
    ],
)
def test_what_cannot_be_used_is_refused_at_its_field(session, field, value):
    with pytest.raises(InvalidInputError) as refusal:
        add(session, **{field: value})
    assert list(refusal.value.problems) == [field]


def test_a_last_day_before_the_first_is_refused(session):
    with pytest.raises(InvalidInputError) as refusal:
        add(session, active_from=TODAY, active_to=TODAY - timedelta(days=1))
    assert list(refusal.value.problems) == ["active_to"]


def test_the_second_of_two_who_change_or_remove_it_is_told(session):
    found = add(session)
    change(session, found, hours="Dinsdag.")
    with pytest.raises(ConflictError):
        change(session, found, hours="Woensdag.")
    with pytest.raises(ConflictError):
        operations.remove(session, found, expected_version=1, actor=SYSTEM, now=NOW)
    operations.remove(session, found, expected_version=2, actor=SYSTEM, now=NOW)
    actions = session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()
    assert actions == [f"finding_place.{each}" for each in ("added", "changed", "removed")]


def test_it_is_of_one_municipality(session):
    found = add(session)
    with pytest.raises(NotFoundError):
        queries.get_finding_place(session, ARNHEM, found.public_id)
    assert queries.all_of(session, ARNHEM) == []


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [(None, None, True), (1, None, False), (None, -1, False), (0, 0, True), (-3, 3, True)],
)
def test_it_shows_from_its_first_day_to_its_last(session, first, last, shown):
    days = {"active_from": first, "active_to": last}
    dates = {name: TODAY + timedelta(days=n) for name, n in days.items() if n is not None}
    found = add(session, **dates)
    assert found.is_active(TODAY) is shown
    assert (found in queries.active_in(session, DUIVEN, today=TODAY)) is shown


def test_what_ended_a_year_ago_is_forgotten(session):
    add(session, active_to=TODAY)
    retention.purge(session, now=NOW + timedelta(days=365))
    assert len(queries.all_of(session, DUIVEN)) == 1
    retention.purge(session, now=NOW + timedelta(days=366))
    assert queries.all_of(session, DUIVEN) == []


@pytest.fixture
def _offer(session):
    make_workplace(session, title="Tuin", sectors=("groen-en-tuin",), rungs=(2, 3))
    hidden = make_workplace(session, title="Weg", sectors=("groen-en-tuin",), rungs=(2,))
    hidden.is_visible = False
    make_workplace(session, title="Ver", postcode="6811 AB", place="Arnhem", rungs=(4,))
    add(session)
    add(session, name="Taalcafé", sectors=(), place="DUIVEN", rungs=("4",))
    add(session, name="Zomerkas", rungs=("3",), active_to=TODAY - timedelta(days=1))
    add(session, ARNHEM, rungs=("5",), place="Arnhem", postcode="")
    session.flush()


@pytest.mark.usefixtures("_offer")
def test_the_matrix_counts_what_lies_in_the_municipality_and_is_there_today(session):
    matrix = matrix_of(session, DUIVEN, Axis.SECTOR, today=TODAY)
    rows = {row.key: row.cells for row in matrix.rows}
    green = rows["groen-en-tuin"]
    assert [green[rung] for rung in (1, 2, 3, 4)] == [
        *(Cell(0, 1), Cell(1, 1), Cell(1, 0), Cell(0, 0)),
    ]
    assert [green[rung].balance for rung in (1, 2, 3, 4)] == [
        *(Balance.NO_WORKPLACE, Balance.BOTH, Balance.NO_FINDING_PLACE, Balance.NOTHING),
    ]
    assert rows[""][4] == Cell(0, 1)
    assert matrix.balances[Balance.BOTH] == 1
    assert sum(matrix.balances.values()) == 6 * len(matrix.rows)


@pytest.mark.usefixtures("_offer")
def test_by_place_each_place_is_one_row_however_it_was_typed(session):
    (row,) = matrix_of(session, DUIVEN, Axis.PLACE, today=TODAY).rows
    assert row.cells[2] == Cell(1, 1)
    assert row.cells[4] == Cell(0, 1)


def test_without_anything_there_are_only_gaps(session):
    matrix = matrix_of(session, DUIVEN, Axis.SECTOR, today=TODAY)
    assert set(matrix.balances.values()) == {0, 6 * len(matrix.rows)}
    assert matrix_of(session, DUIVEN, Axis.PLACE, today=TODAY).rows == []
