"""Official boundaries come in place of the tables."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.support.boundaries import block, cbs, in_degrees, in_metres, keep_only, write
from tests.support.mergers import DAY, HILVERSUM, NOW, WIJDEMEREN, merge, plan_merger
from tests.support.people import make_account
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.geo.geojson import BadFileError, read_areas
from webapp.municipalities import boundary_import, operations, queries
from webapp.municipalities.boundary_import import Differences, ImportRefusedError
from webapp.municipalities.models import Municipality, Place, PlaceNeighbour, PostcodeArea
from webapp.municipalities.settings import Adjacency, change_settings
from webapp.search.scope import surroundings
from webapp.workplaces import relocating

OUTLINES = Path(__file__).parent / "outlines.geojson"
NOTHING = Differences(new=(), gone=(), renamed=(), pairs_added=(), pairs_removed=())
DUIVEN = cbs("GM0226", "Duiven", 0, 0, 8000, 8000)
ZEVENAAR = cbs("GM0299", "Zevenaar", 8000, 0, 16000, 8000)
WESTERVOORT = cbs("GM0293", "Westervoort", 0, -4000, 16000, 0)


@pytest.fixture
def small_country(session):
    """Only the municipalities around Duiven exist."""
    keep_only(session, "GM0226", "GM0299", "GM0293", "GM0275", "GM0202")


@pytest.fixture
def of_three(session):
    """Only Duiven, Zevenaar and Westervoort exist."""
    keep_only(session, "GM0226", "GM0299", "GM0293")


def proposal(session, tmp_path, *features, places=None):
    areas = read_areas(write(tmp_path / "areas.geojson", features))
    of_places = read_areas(write(tmp_path / "places.geojson", places)) if places else None
    return boundary_import.propose(session, areas, of_places)


def take_over(session, tmp_path, *features, places=None):
    found = proposal(session, tmp_path, *features, places=places)
    boundary_import.apply(session, found, today=DAY, actor=SYSTEM, now=NOW)
    session.expire_all()
    return found.differences


@pytest.mark.usefixtures("small_country")
@pytest.mark.parametrize("convert", [list, in_metres])
def test_the_real_outlines_around_duiven_give_the_neighbours_that_are_known(
    session, tmp_path, convert
):
    features = json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    areas = read_areas(write(tmp_path / "areas.geojson", convert(features)))
    assert boundary_import.propose(session, areas, None).differences == NOTHING


@pytest.mark.usefixtures("of_three")
@pytest.mark.parametrize("convert", [list, in_degrees])
def test_what_would_change_is_told_before_it_does(session, tmp_path, convert):
    features = convert(
        [
            cbs("GM0226", "Duiven aan de Rijn", 0, 0, 8000, 8000),
            ZEVENAAR,
            cbs("GM2099", "Nieuw-Westervoort", 16000, 0, 20000, 8000),
        ]
    )
    found = proposal(session, tmp_path, *features).differences
    assert found == Differences(
        new=(("GM2099", "Nieuw-Westervoort"),),
        gone=("GM0293",),
        renamed=(("GM0226", "Duiven", "Duiven aan de Rijn"),),
        pairs_added=(("GM0299", "GM2099"),),
        pairs_removed=(("GM0226", "GM0293"), ("GM0293", "GM0299")),
    )
    assert queries.get_municipality(session, "GM0226").name == "Duiven"


@pytest.mark.usefixtures("of_three")
def test_a_proposal_is_carried_out_and_then_nothing_is_left_to_change(session, tmp_path):
    operations.join(session, session.get_one(Municipality, "GM0226"), now=NOW)
    features = (
        cbs("GM0226", "Duiven aan de Rijn", 0, 0, 8000, 8000),
        ZEVENAAR,
        cbs("GM2099", "Nieuw", 16000, 0, 20000, 8000),
    )
    take_over(session, tmp_path, *features)
    new = queries.get_municipality(session, "GM2099")
    assert (new.name, new.province, new.ended_on) == ("Nieuw", "Gelderland", None)
    assert 51.9 < new.latitude < 52.1
    assert 6.0 < new.longitude < 6.3
    gone = queries.get_municipality(session, "GM0293")
    assert (gone.name, gone.ended_on) == ("Westervoort", DAY)
    assert queries.find_by_slug(session, "duiven").name == "Duiven aan de Rijn"
    scope = surroundings(session, "GM0299", Adjacency.MUNICIPALITY, today=clock.today())
    assert scope.adjacent == {"GM0226", "GM2099"}
    assert proposal(session, tmp_path, *features).differences == NOTHING
    event = session.scalars(
        select(AuditEvent).where(AuditEvent.action == "geography.imported")
    ).one()
    assert event.details["changes"]["renamed"] == 1


@pytest.mark.usefixtures("of_three")
def test_one_that_was_gone_comes_back(session, tmp_path):
    take_over(session, tmp_path, DUIVEN, ZEVENAAR)
    found = take_over(session, tmp_path, DUIVEN, ZEVENAAR, WESTERVOORT)
    assert found.new == (("GM0293", "Westervoort"),)
    assert queries.get_municipality(session, "GM0293").ended_on is None


@pytest.mark.usefixtures("of_three")
@pytest.mark.parametrize(
    "properties",
    [
        {"statcode": "GM0226", "statnaam": "Duiven"},
        {"gemeentecode": "GM0226", "gemeentenaam": "Duiven"},
        {"identificatie": "0226", "naam": "Duiven", "ligtInProvincieNaam": "Gelderland"},
        {"identificatie": "GM0226", "naam": "Duiven"},
        {"code": 226, "name": "Duiven"},
    ],
)
def test_the_properties_of_cbs_and_pdok_are_understood(session, tmp_path, properties):
    duiven = block(properties, 0, 0, 8000, 8000)
    assert proposal(session, tmp_path, duiven, ZEVENAAR, WESTERVOORT).differences == NOTHING


@pytest.mark.usefixtures("of_three")
def test_parts_of_one_municipality_are_put_together(session, tmp_path):
    west = cbs("GM0226", "Duiven", 0, 0, 4000, 8000)
    east = cbs("GM0226", "Duiven", 4000, 0, 8000, 8000)
    assert proposal(session, tmp_path, west, east, ZEVENAAR, WESTERVOORT).differences == NOTHING


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"naam": "Duiven"}, "Feature 1 has no code (naam): no code of a municipality"),
        ({"code": "PV25", "naam": "Gelderland"}, "Feature 1 has the code 'PV25'"),
        ({"code": "GM0226", "titel": "Duiven"}, "Feature 1 has no name (code, titel)."),
    ],
)
def test_an_area_that_is_no_municipality_is_told(session, tmp_path, properties, message):
    with pytest.raises(BadFileError) as refused:
        proposal(session, tmp_path, block(properties, 0, 0, 100, 100))
    assert str(refused.value).startswith(message)


def take_part(session):
    operations.join(session, session.get_one(Municipality, "GM0293"), now=NOW)


def have_staff(session):
    make_account(session, roles=((RoleName.MODERATOR, "GM0293"),))


def have_a_setting(session):
    change_settings(session, "GM0293", help_phone="026 000 00 00")


def be_awaited(session):
    plan_merger(session, "GM0226", "GM0293")


@pytest.mark.usefixtures("of_three")
@pytest.mark.parametrize("use", [take_part, have_staff, have_a_setting, be_awaited])
def test_one_that_is_in_use_cannot_just_be_gone(session, tmp_path, use):
    use(session)
    session.flush()
    with pytest.raises(ImportRefusedError) as refused:
        proposal(session, tmp_path, DUIVEN, ZEVENAAR)
    assert str(refused.value).startswith("GM0293 Westervoort is not in the file, but is in use")
    assert "webapp municipalities merge GM0293 --into CODE --on DATE" in str(refused.value)


@pytest.mark.usefixtures("of_three")
def test_what_is_in_use_is_named(session, tmp_path):
    have_staff(session)
    plan_merger(session, "GM0293", "GM0226")
    with pytest.raises(ImportRefusedError) as refused:
        proposal(session, tmp_path, DUIVEN, ZEVENAAR)
    assert str(refused.value) == (
        "GM0293 Westervoort is not in the file, but is in use (municipality_merger, role). "
        "It goes into GM0226 on 2027-01-01: import the file after that."
    )


@pytest.mark.usefixtures("of_three")
def test_after_the_merger_old_and_new_files_are_both_right(session, tmp_path):
    have_staff(session)
    merge(session, "GM0293", "GM0226")
    population = session.get_one(Municipality, "GM0226").population
    for features in ((DUIVEN, ZEVENAAR), (DUIVEN, ZEVENAAR, WESTERVOORT)):
        assert take_over(session, tmp_path, *features) == NOTHING
        assert session.get_one(Municipality, "GM0226").population == population
        assert session.get_one(Municipality, "GM0293").ended_on == DAY


def place(name, *edges):
    return block({"woonplaats": name}, *edges)


PLACES = (
    place("Duiven", 0, 0, 8000, 4000),
    place("Groessen", 0, 4000, 8000, 8000),
    place("Babberich", 8000, 0, 16000, 8000),
    place("Westervoort", 0, -4000, 16000, 0),
)


@pytest.mark.usefixtures("of_three")
def test_places_come_from_a_file_of_their_own(session, tmp_path):
    found = take_over(session, tmp_path, DUIVEN, ZEVENAAR, WESTERVOORT, places=PLACES)
    assert found.places_new == ()
    assert "Zevenaar|GM0299" in found.places_gone
    keys = set(session.scalars(select(Place.key)))
    assert keys == {
        "Duiven|GM0226",
        "Groessen|GM0226",
        "Babberich|GM0299",
        "Westervoort|GM0293",
    }
    beside = session.scalars(
        select(PlaceNeighbour.neighbour_key).where(PlaceNeighbour.place_key == "Duiven|GM0226")
    )
    assert set(beside) == {"Groessen|GM0226", "Babberich|GM0299", "Westervoort|GM0293"}


@pytest.mark.usefixtures("of_three")
def test_postcode_areas_follow_the_new_borders(session, tmp_path):
    area = session.get_one(PostcodeArea, "6921")
    area.latitude, area.longitude = 51.985, 6.1
    features = (DUIVEN, ZEVENAAR, WESTERVOORT)
    session.flush()
    assert take_over(session, tmp_path, *features).postcodes_moved == ()
    found = take_over(session, tmp_path, *features, places=PLACES)
    assert "6921" in found.postcodes_moved
    assert queries.find_postcode(session, "6921").municipality_code == "GM0299"


@pytest.mark.usefixtures("of_three")
def test_a_place_outside_all_municipalities_is_told(session, tmp_path):
    places = (place("Lobith", 30000, 0, 31000, 1000),)
    with pytest.raises(BadFileError, match=r"Lobith \(feature 1\) lies in no municipality"):
        proposal(session, tmp_path, DUIVEN, ZEVENAAR, WESTERVOORT, places=places)


@pytest.mark.usefixtures("of_three")
def test_a_workplace_finds_its_place_again(session, tmp_path):
    there = make_workplace(session, place="Groessen", postcode="6923 AB")
    places = (*PLACES[:1], place("Groessen Gld", 0, 4000, 8000, 8000), *PLACES[2:])
    take_over(session, tmp_path, DUIVEN, ZEVENAAR, WESTERVOORT, places=places)
    assert there.published_version.place_key is None
    relocating.find_places_anew(session, now=clock.now())
    session.expire_all()
    assert there.published_version.place_key == "Groessen Gld|GM0226"


def test_two_real_municipalities_that_merge_and_a_file_of_the_year_before(session, tmp_path):
    """The pairs of Wijdemeren are those of Hilversum, whatever file comes later."""
    keep_only(session, WIJDEMEREN, HILVERSUM, "GM1942")
    merge(session)
    features = (
        cbs(WIJDEMEREN, "Wijdemeren", 0, 0, 4000, 4000),
        cbs(HILVERSUM, "Hilversum", 4000, 0, 8000, 4000),
        cbs("GM1942", "Gooise Meren", -4000, 0, 0, 4000),
    )
    take_over(session, tmp_path, *features)
    assert surroundings(
        session, HILVERSUM, Adjacency.MUNICIPALITY, today=clock.today()
    ).adjacent == {"GM1942"}
