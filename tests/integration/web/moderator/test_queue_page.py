"""A moderator looks at what waits."""

from datetime import timedelta

from tests.support import html
from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.organisations.models import OrganisationStatus


def days_ago(number):
    return clock.now() - timedelta(days=number)


def titles(page):
    return [html.text_of(heading) for heading in html.all_of(page.tree, "h2")]


def test_a_moderator_finds_what_waits_longest_at_the_top(moderator, session):
    known = organisation_with_member(session)
    submitted_workplace(session, known, at=days_ago(3), title="Klussen in het buurthuis")
    submitted_workplace(session, known, at=days_ago(9), title="Koken voor de buurt")
    organisation_with_member(
        session,
        name="Stichting Nieuw",
        status=OrganisationStatus.SUBMITTED,
        contact_name="Sanne Voorbeeld",
        created_at=days_ago(5),
    )
    session.commit()
    page = moderator.get("/moderatie")
    assert titles(page)[:3] == [
        "Koken voor de buurt",
        "Stichting Nieuw",
        "Klussen in het buurthuis",
    ]
    assert "Er wachten 3 dingen op jou." in page.main_text
    assert "3 dagen geleden ingediend" in page.main_text
    assert "Nieuwe organisatie" in page.main_text
    assert "Aangemeld door Sanne Voorbeeld" in page.main_text
    assert "Wachten op controle 3 wachtend" in page.links


def test_a_moderator_who_is_done_reads_so(moderator):
    page = moderator.get("/moderatie")
    assert "Je bent helemaal bij" in page.main_text
    assert "wachtend" not in page.text


def test_a_moderator_does_not_see_what_waits_elsewhere(moderator, session):
    elsewhere = organisation_with_member(session, municipality_code=ARNHEM)
    submitted_workplace(session, elsewhere, at=days_ago(1))
    session.commit()
    assert "Je bent helemaal bij" in moderator.get("/moderatie").main_text


def test_a_long_queue_comes_in_pages(moderator, session):
    organisation = organisation_with_member(session)
    for number in range(21):
        title = f"Werkplek {number}"
        submitted_workplace(session, organisation, at=days_ago(30 - number), title=title)
    session.commit()
    page = moderator.get("/moderatie")
    assert page.title.startswith("Wachten op controle, pagina 1 van 2")
    assert titles(page)[0] == "Werkplek 0"
    page = moderator.follow("Volgende pagina")
    assert titles(page)[0] == "Werkplek 20"
    assert titles(moderator.get("/moderatie", pagina="99"))[0] == "Werkplek 20"
    assert titles(moderator.get("/moderatie", pagina="veel", _scheme="x"))[0] == "Werkplek 0"


def test_a_visitor_must_log_in_first(visitor):
    answer = visitor.raw("/moderatie")
    assert answer.status_code == 303


def test_a_consultant_may_not_moderate(app):
    staff_member(app, RoleName.CONSULTANT).get("/moderatie", status=403)


def test_a_moderator_of_arnhem_may_not_moderate_in_duiven(app):
    staff_member(app, RoleName.MODERATOR, ARNHEM).get("/moderatie", status=403)


def test_the_platform_has_no_queue(app):
    PageClient(app, host="localhost:5000").get("/moderatie", status=404)
