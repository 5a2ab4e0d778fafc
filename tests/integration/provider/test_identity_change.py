"""A manager asks for another name or KvK number, and the moderator decides: on their pages."""

import pytest

from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in, staff_member
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.organisations.models import MemberRole, Membership, Organisation

ASK = "Vraag het de gemeente"
LINK = "Vraag een andere naam of een ander KvK-nummer"
NEW = {"name": "De Nieuwe Tuin", "kvk_number": "00000456", "explanation": "Een fusie."}


@pytest.fixture
def own(app):
    """A manager of an organisation with a workplace: the browser, and its public id."""
    with database_of(app).writing() as session:
        organisation = make_organisation(session, name="De Oude Tuin", kvk_number="00000123")
        make_workplace(session, organisation=organisation)
        account = make_account(session, organisations=(organisation,))
        public_id = organisation.public_id
    bring_up_to_date(app, database_of(app))
    return sign_in(PageClient(app), account), public_id


@pytest.fixture
def moderator(app):
    """The browser of a moderator of Duiven."""
    return staff_member(app, RoleName.MODERATOR)


def ask(own, **answers):
    browser, public_id = own
    browser.get(f"/aanbieder/organisaties/{public_id}")
    browser.follow(LINK)
    return browser.submit(ASK, **(NEW | answers))


def test_a_manager_asks_and_after_a_yes_visitors_read_and_find_the_new_name(
    own, moderator, visitor
):
    page = ask(own)
    assert "De gemeente beslist" in page.main_text
    assert LINK not in page.links
    old_path = f"/organisaties/de-oude-tuin-{own[1]}"
    assert "De Oude Tuin" in visitor.get(old_path).main_text
    assert "Andere naam of KvK-nummer" in moderator.get("/moderatie").main_text
    page = moderator.follow("De Oude Tuin")
    assert "De Nieuwe Tuin" in page.main_text.replace("  ", " ")
    assert "Een fusie." in page.main_text
    preview = moderator.submit("Bekijk eerst de mail (Pas de gegevens aan)")
    assert "Nieuwe naam: De Nieuwe Tuin" in preview.main_text
    assert "zijn aangepast" in moderator.submit("Pas de gegevens aan").main_text
    assert "De Nieuwe Tuin" in visitor.get("/werkplekken?q=nieuwe+tuin").main_text
    assert visitor.get(old_path).url.endswith(f"/organisaties/de-nieuwe-tuin-{own[1]}")
    assert "De Nieuwe Tuin" in visitor.page.main_text


def test_a_moderator_may_refuse_and_the_members_read_why(own, moderator):
    ask(own)
    moderator.get(f"/moderatie/naamswijzigingen/{own[1]}")
    refused = moderator.submit("Laat de gegevens zoals ze zijn", status=422)
    assert refused.errors == ["Schrijf in een paar woorden op waarom."]
    moderator.submit("Laat de gegevens zoals ze zijn", reason="In het register staat het anders.")
    page = own[0].get(f"/aanbieder/organisaties/{own[1]}")
    assert "In het register staat het anders." in page.main_text
    assert LINK in page.links


def test_the_moderator_sees_who_has_that_number_already(app, own, moderator):
    with database_of(app).writing() as session:
        make_organisation(session, name="Hof van Voorbeeld", kvk_number="00000456")
    ask(own)
    page = moderator.get(f"/moderatie/naamswijzigingen/{own[1]}")
    assert "Hof van Voorbeeld (goedgekeurd)" in page.main_text


def test_a_manager_comes_back_on_it_before_the_moderator_decides(app, own, moderator):
    ask(own)
    moderator.get(f"/moderatie/naamswijzigingen/{own[1]}")
    assert "Alles blijft zoals het was" in own[0].submit("Toch niet wijzigen").main_text
    overtaken = moderator.submit("Pas de gegevens aan", status=409)
    assert "Er is al besloten" in overtaken.main_text
    with database_of(app).reading() as session:
        assert session.query(Organisation).one().name == "De Oude Tuin"


def test_a_mistake_is_told_and_nothing_typed_is_lost(own):
    browser, public_id = own
    browser.get(f"/aanbieder/organisaties/{public_id}/naam-wijzigen")
    page = browser.submit(ASK, status=422, **(NEW | {"kvk_number": "12"}))
    assert page.errors == ["Vul de acht cijfers van het KvK-nummer in, zoals 12345678."]
    assert "Een fusie." in page.text
    page = browser.submit(ASK, status=422, name="De Oude Tuin", kvk_number="00000123")
    assert page.errors == ["Vul een andere naam in, of een ander KvK-nummer."]


def test_who_asked_already_is_led_to_where_it_stands(own):
    browser, public_id = own
    browser.get(f"/aanbieder/organisaties/{public_id}/naam-wijzigen")
    form_page = browser.page
    browser.submit(ASK, **NEW)
    browser.pages.append(form_page)
    page = browser.submit(ASK, **NEW)
    assert "De gemeente beslist" in page.main_text


def test_an_employee_reads_that_a_manager_can_ask_and_cannot_ask(app, own):
    with database_of(app).writing() as session:
        organisation = session.query(Organisation).one()
        account = make_account(session)
        session.add(
            Membership(
                account_id=account.id,
                organisation_id=organisation.id,
                role=MemberRole.EMPLOYEE,
                created_at=organisation.created_at,
            )
        )
    employee = sign_in(PageClient(app), account)
    page = employee.get(f"/aanbieder/organisaties/{own[1]}")
    assert "Een beheerder van je organisatie kan dat vragen." in page.main_text
    employee.get(f"/aanbieder/organisaties/{own[1]}/naam-wijzigen", status=403)


def test_nobody_asks_for_the_organisation_of_others(app, own):
    with database_of(app).writing() as session:
        stranger = make_account(session, organisations=(make_organisation(session),))
    browser = sign_in(PageClient(app), stranger)
    browser.get(f"/aanbieder/organisaties/{own[1]}/naam-wijzigen", status=404)


def test_a_moderator_of_another_municipality_finds_nothing_there(app, own):
    ask(own)
    other = staff_member(app, RoleName.MODERATOR, "GM0202", host="arnhem.localhost:5000")
    other.get(f"/moderatie/naamswijzigingen/{own[1]}", status=404)
