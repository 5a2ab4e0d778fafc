"""A municipality calls the products by names of its own, and its site does so everywhere."""

import pytest

from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in, staff_member
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.trajectories.products import ProductCode
from webapp.workplaces import sectors
from webapp.workplaces.content import Contract

OWN, USUAL = "Op pad naar trede 3", "Ontwikkeling naar trede 3"
SAVE = "Bewaar de instellingen"


@pytest.fixture
def moderator(app):
    """A moderator of Duiven who gave one product a name of its own."""
    somebody = staff_member(app, RoleName.MODERATOR)
    somebody.get("/moderatie/instellingen/trajecten")
    somebody.submit(SAVE, development_3_name=OWN)
    return somebody


@pytest.fixture
def provider(app):
    """A provider with one workplace in Westervoort, which lies beside Duiven and beside Arnhem."""
    with database_of(app).writing() as session:
        sectors.load(session)
        organisation = make_organisation(session)
        workplace = make_workplace(
            session,
            organisation=organisation,
            postcode="6931 AB",
            place="Westervoort",
            products=(ProductCode.DEVELOPMENT_3, ProductCode.STABLE_3),
            contracts=(Contract("Regio", (ProductCode.DEVELOPMENT_3,), None, None),),
        )
        account = make_account(session, organisations=(organisation,))
        public_id = workplace.public_id
    bring_up_to_date(app, database_of(app))
    return sign_in(PageClient(app), account), public_id


def names_on(page):
    return [name for name in (OWN, USUAL) if name in page.text]


@pytest.mark.parametrize(
    "path",
    [
        "/werkplekken",
        "/werkplekken?traject=ontwikkeling-3",
        "/werkplekken/vergelijk?id={id}",
        "/werkplekken/werkplek-{id}",
        "/trajecten",
        "/participatieladder",
        "/veelgestelde-vragen",
    ],
)
def test_a_visitor_reads_the_name_of_the_site_that_is_visited(
    app, visitor, moderator, provider, path
):
    del moderator
    path = path.format(id=provider[1])
    assert names_on(visitor.get(path)) == [OWN]
    beside = PageClient(app, host="arnhem.localhost:5000")
    assert names_on(beside.get(path)) == [USUAL]


@pytest.mark.parametrize("section", ["voor-wie", "kwaliteit", "voorbeeld"])
def test_a_provider_reads_it_in_the_editor(moderator, provider, section):
    del moderator
    browser, public_id = provider
    assert names_on(browser.get(f"/aanbieder/werkplekken/{public_id}/{section}")) == [OWN]


def test_a_moderator_reads_it_at_the_tariffs_and_the_settings(moderator):
    assert names_on(moderator.get("/moderatie/tarieven/nieuw")) == [OWN]
    assert names_on(moderator.get("/moderatie/instellingen/werkplekken")) == [OWN]
    assert OWN in moderator.get("/moderatie/instellingen").main_text


def test_a_program_goes_on_with_the_codes(visitor, moderator, provider):
    del moderator, provider
    answer = visitor.raw("/api/v1/werkplekken?traject=ontwikkeling-3").json
    assert answer["totaal"] == 1
    assert OWN not in str(answer)


def test_a_name_that_is_taken_away_makes_room_for_the_usual_one(visitor, moderator):
    moderator.get("/moderatie/instellingen/trajecten")
    moderator.submit(SAVE, development_3_name="")
    assert names_on(visitor.get("/trajecten")) == [USUAL]


def test_a_name_that_is_too_long_or_another_ones_is_asked_again(moderator):
    moderator.get("/moderatie/instellingen/trajecten")
    page = moderator.submit(SAVE, status=422, stable_3_name="x" * 61)
    assert page.errors == ["Maak dit korter: hooguit 60 tekens."]
    page = moderator.submit(SAVE, status=422, stable_3_name=OWN.upper())
    assert page.errors == ["Een ander soort traject heet al zo. Kies een andere naam."]
