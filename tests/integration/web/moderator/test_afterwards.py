"""A moderator lets an organisation change without a check before, and looks afterwards."""

import pytest

from tests.support.moderation import organisation_with_member
from tests.support.page_client import PageClient
from tests.support.people import sign_in
from tests.support.workplaces import make_workplace
from webapp.accounts.queries import find_by_email
from webapp.workplaces import sectors

EMAIL = "sanne@tuin.example"
SECTION = "Bewaar dit onderdeel"


@pytest.fixture
def ids(session):
    sectors.load(session)
    organisation = organisation_with_member(session, EMAIL, name="De Tuin")
    workplace = make_workplace(session, organisation=organisation)
    session.flush()
    found = organisation.public_id, workplace.public_id
    session.commit()
    return found


@pytest.fixture
def provider(app, database, ids):
    assert all(ids)
    with database.reading() as session:
        return sign_in(PageClient(app), find_by_email(session, EMAIL))


def change(provider, public_id, section, **values):
    """Change a section and hand it in; return the page before and the page after."""
    provider.get(f"/aanbieder/werkplekken/{public_id}/{section}")
    provider.submit(SECTION, **values)
    before = provider.get(f"/aanbieder/werkplekken/{public_id}/indienen")
    return before, provider.submit("Dien de werkplek in")


def test_a_provider_reads_beforehand_that_a_small_change_is_live_at_once(provider, ids, visitor):
    before, after = change(provider, ids[1], "wanneer", hours_max="9")
    assert "geen controle nodig: ze staat meteen op de site." in before.main_text
    assert "Je wijziging staat nu op de site." in after.main_text
    visitor.get("/werkplekken")
    visitor.follow("Meewerken in de moestuin")
    assert "tot 9 uur" in visitor.page.main_text


def test_a_trusted_organisation_is_looked_at_afterwards(provider, moderator, ids):
    moderator.get(f"/moderatie/organisaties/{ids[0]}")
    page = moderator.submit("Zet wijzigingen meteen op de site")
    assert "Wijzigingen van De Tuin staan voortaan meteen op de site." in page.main_text
    before, after = change(provider, ids[1], "wat", summary="Heel ander werk.")
    assert "De gemeente kijkt er later naar." in before.main_text
    assert "Je wijziging staat nu op de site." in after.main_text
    page = moderator.get("/moderatie", soort="achteraf")
    assert "Anders: In het kort" in page.main_text
    moderator.follow("Meewerken in de moestuin")
    assert "Deze wijziging staat al op de site" in moderator.page.main_text
    assert "Wat er anders is" in moderator.page.main_text
    page = moderator.submit("Gezien, het klopt")
    assert "is bekeken." in page.main_text
    moderator.get(f"/moderatie/organisaties/{ids[0]}")
    moderator.submit("Controleer weer vooraf")
    before, _after = change(provider, ids[1], "wat", summary="Weer ander werk.")
    assert "De gemeente kijkt ernaar." in before.main_text


def test_who_hands_in_twice_meets_no_conflict(provider, ids):
    provider.get(f"/aanbieder/werkplekken/{ids[1]}/wanneer")
    provider.submit(SECTION, hours_max="9")
    page = provider.get(f"/aanbieder/werkplekken/{ids[1]}/indienen")
    provider.submit("Dien de werkplek in")
    provider.pages.append(page)
    provider.submit("Dien de werkplek in")


def test_a_moderator_is_told_what_went_live_while_they_read(provider, moderator, ids):
    moderator.get(f"/moderatie/organisaties/{ids[0]}")
    moderator.submit("Zet wijzigingen meteen op de site")
    change(provider, ids[1], "wat", summary="Heel ander werk.")
    moderator.get(f"/moderatie/werkplekken/{ids[1]}")
    change(provider, ids[1], "wanneer", hours_max="9")
    page = moderator.submit("Gezien, het klopt", status=409)
    assert "De aanbieder heeft intussen weer iets veranderd. Lees ook dat." in page.main_text
    assert "Heel ander werk." in page.main_text
    assert "is bekeken." in moderator.submit("Gezien, het klopt").main_text


def test_a_moderator_puts_the_version_of_before_back_and_the_provider_mends_it(
    provider, moderator, ids, visitor
):
    moderator.get(f"/moderatie/organisaties/{ids[0]}")
    moderator.submit("Zet wijzigingen meteen op de site")
    change(provider, ids[1], "wat", summary="Heel ander werk.")
    moderator.get(f"/moderatie/werkplekken/{ids[1]}")
    page = moderator.submit("Zet de vorige versie terug", status=422)
    assert page.errors == ["Kies wat past, of schrijf zelf op waarom."]
    page = moderator.submit("Bekijk eerst de mail (Zet de vorige versie terug)", reason="Te vaag.")
    assert "Je wijziging staat niet meer op de site" in page.main_text
    page = moderator.submit("Zet de vorige versie terug")
    assert "De vorige versie van “Meewerken in de moestuin” staat weer op de site." in page.text
    visitor.get("/werkplekken")
    assert "Heel ander werk." not in visitor.follow("Meewerken in de moestuin").main_text
    assert "Te vaag." in provider.get(f"/aanbieder/werkplekken/{ids[1]}").main_text
    _before, after = change(provider, ids[1], "wat", summary="Ander werk, uitgelegd.")
    assert "De gemeente kijkt ernaar." in after.main_text
