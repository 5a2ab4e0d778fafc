"""Finding places and the matrix: for everybody where the municipality wants, for staff always."""

import pytest

from tests.support.people import ARNHEM, DUIVEN, staff_member
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.findingplaces import operations
from webapp.findingplaces.draft import FindingPlaceDraft
from webapp.findingplaces.models import FindingKind
from webapp.geo.geocoding import NoGeocoder
from webapp.municipalities.settings import change_settings
from webapp.workplaces import sectors

PAGES = ("/vindplaatsen", "/vindplaatsen/matrix", "/vindplaatsen/matrix.csv")


@pytest.fixture(autouse=True)
def _there(database):
    with database.writing() as session:
        sectors.load(session)
        change_settings(session, DUIVEN, finding_places_public=True)
        make_workplace(session, title="Tuin in Duiven", sectors=("groen-en-tuin",), rungs=(2,))
        make_workplace(session, title="Hout in Duiven", sectors=("hout",), rungs=(4,))
        for name, postcode, rungs in (("De Brug", "6921 AB", "2"), ("Op de fiets", "", "1")):
            operations.add(
                session,
                DUIVEN,
                FindingPlaceDraft(
                    name=name,
                    kind=FindingKind.WALK_IN,
                    place="Duiven",
                    hours="Maandag.",
                    for_whom="Iedereen.",
                    rungs=(rungs,),
                    sectors=("groen-en-tuin",),
                    postcode=postcode,
                    email="brug@voorbeeld.example",
                ),
                geocoder=NoGeocoder(),
                actor=SYSTEM,
                now=clock.now(),
            )


def test_the_list_says_all_that_the_map_shows(visitor):
    page = visitor.get("/vindplaatsen")
    assert "2 vindplaatsen" in page.main_text
    assert "2 werkplekken" in page.main_text
    for words in ("De Brug", "Wanneer: Maandag.", "Voor wie: Iedereen.", "Tuin in Duiven"):
        assert words in page.main_text
    assert page.links["brug@voorbeeld.example"] == "mailto:brug@voorbeeld.example"
    assert page.main_text.count("Staat niet op de kaart.") == 1
    for anchor in (1, 3, 4):
        assert f'id="punt-{anchor}"' in page.response.text
    assert "Tuin in Duiven" in visitor.follow("Tuin in Duiven").heading


def test_a_rung_and_a_kind_of_work_narrow_both_lists(visitor):
    page = visitor.get("/vindplaatsen", trede="2", branche="groen-en-tuin")
    assert "De Brug" in page.main_text
    assert "Tuin in Duiven" in page.main_text
    assert "Op de fiets" not in page.main_text
    assert "Hout in Duiven" not in page.main_text
    assert "2 vindplaatsen" in visitor.get("/vindplaatsen", trede="9", branche="x").main_text


def test_the_matrix_says_in_words_and_numbers_what_lacks(visitor):
    page = visitor.get("/vindplaatsen/matrix")
    for words in (
        "Gat: geen werkplek 0 werkplekken, 1 vindplaats",
        "Allebei 1 werkplek, 1 vindplaats",
        "Gat: geen vindplaats 1 werkplek, 0 vindplaatsen",
        "Gat: geen van beide",
    ):
        assert words in page.main_text
    page = visitor.follow("1 werkplek, 1 vindplaats")
    assert "De Brug" in page.main_text
    visitor.get("/vindplaatsen/matrix")
    assert "Per trede en plaats" in visitor.follow("Bekijk dit per plaats").main_text


def test_the_file_has_the_same_numbers(app):
    answer = app.test_client().get(
        "/vindplaatsen/matrix.csv?per=plaats", base_url="http://duiven.localhost:5000"
    )
    lines = answer.text.lstrip("\ufeff").splitlines()
    assert lines[0].startswith('"Plaats";"Trede 1, werkplekken";"Trede 1, vindplaatsen"')
    assert lines[1].startswith('"Duiven";"0";"1";"Gat: geen werkplek";"1";"1";"Allebei"')
    assert answer.mimetype == "text/csv"


def test_where_the_municipality_keeps_them_to_itself_visitors_find_nothing(app, visitor, database):
    with database.writing() as session:
        change_settings(session, DUIVEN, finding_places_public=False)
    for address in PAGES:
        visitor.get(address, status=404)
    assert "Vindplaatsen" not in visitor.get("/").response.text
    consultant = staff_member(app, RoleName.CONSULTANT)
    assert "De Brug" in consultant.get("/consulent/vindplaatsen").main_text
    assert "Allebei" in consultant.get("/consulent/matrix").main_text


def test_other_municipalities_have_their_own(app):
    host = "arnhem.localhost:5000"
    consultant = staff_member(app, RoleName.CONSULTANT, ARNHEM, host=host)
    assert "De Brug" not in consultant.get("/consulent/vindplaatsen").main_text
    staff_member(app, RoleName.CONSULTANT, ARNHEM).get("/consulent/matrix", status=403)
