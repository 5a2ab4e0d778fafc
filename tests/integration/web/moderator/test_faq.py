"""Moderators and the questions of their municipality."""

import pytest

from tests.support.page_client import PageClient
from tests.support.people import staff_member
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent

BASE = "/moderatie/vragen/wat-kost-het"
ARNHEM = "arnhem.localhost:5000"


@pytest.fixture
def moderator(app):
    return staff_member(app, RoleName.MODERATOR)


def _add(moderator, **values):
    moderator.get("/moderatie/vragen")
    moderator.follow("Voeg een vraag toe")
    draft = {
        "group_key": "aanmelden",
        "question": "Mag mijn hond mee?",
        "answer": "Ja, in de gemeente {gemeente} mag dat.",
    }
    return moderator.submit("Bewaar de vraag", **(draft | values))


def test_a_moderator_adds_a_question_that_residents_then_read(moderator, visitor, session):
    assert "De vraag staat op de site." in _add(moderator).text
    page = visitor.get("/veelgestelde-vragen")
    assert page.links["Mag mijn hond mee?"] == "#inwoners-mag-mijn-hond-mee"
    assert "Ja, in de gemeente Duiven mag dat." in page.main_text
    event = session.query(AuditEvent).one()
    assert (event.action, event.subject_id) == ("faq.added", "inwoners-mag-mijn-hond-mee")
    assert (event.actor_kind, event.municipality_code) == ("person", "GM0226")


def test_a_question_of_one_municipality_is_not_seen_in_another(app, moderator):
    _add(moderator)
    page = PageClient(app, host=ARNHEM).get("/veelgestelde-vragen")
    assert "Mag mijn hond mee?" not in page.links


def test_a_question_that_is_sent_twice_is_added_once(moderator, visitor):
    _add(moderator)
    _add(moderator)
    assert "De vraag staat op de site." in moderator.page.text
    assert visitor.get("/veelgestelde-vragen").text.count("Mag mijn hond mee?") == 2


def test_a_question_that_stands_there_with_another_answer_is_not_replaced(moderator, visitor):
    _add(moderator)
    moderator.get("/moderatie/vragen/nieuw")
    page = moderator.submit(
        "Bewaar de vraag",
        group_key="aanmelden",
        question="Mag mijn hond mee?",
        answer="Nee.",
        status=422,
    )
    assert page.errors == ["Deze vraag staat er al. Wijzig die."]
    assert visitor.get("/veelgestelde-vragen").text.count("Mag mijn hond mee?") == 2


def test_a_moderator_gives_a_shared_question_an_answer_of_their_own(moderator, visitor):
    moderator.get(BASE)
    page = moderator.submit("Bewaar de vraag", answer="Het kost **niets**.")
    assert "De vraag is bewaard." in page.text
    assert "Eigen antwoord" in page.text
    assert "<strong>niets</strong>" in visitor.get("/veelgestelde-vragen").response.text


def test_a_moderator_sees_a_preview_before_anything_is_saved(moderator, visitor):
    moderator.get(BASE)
    page = moderator.submit("Bekijk een voorbeeld", answer="In {gemeente} is het *kosteloos*.")
    assert "In Duiven is het kosteloos." in page.main_text
    assert "Dit is nog niet bewaard." in page.main_text
    assert "kosteloos" not in visitor.get("/veelgestelde-vragen").main_text
    moderator.submit("Bewaar de vraag")
    assert "In Duiven is het kosteloos." in visitor.get("/veelgestelde-vragen").main_text


def test_a_placeholder_that_does_not_exist_is_refused_by_name_and_nothing_is_lost(moderator):
    moderator.get(BASE)
    page = moderator.submit("Bewaar de vraag", answer="Bel {telefoon}.", status=422)
    assert page.errors == ["Wij kennen {telefoon} niet. Kies een naam uit de lijst onderaan."]
    assert "Bel {telefoon}." in page.response.text


def test_an_empty_question_and_answer_are_asked_for(moderator):
    moderator.get("/moderatie/vragen/nieuw")
    page = moderator.submit("Bewaar de vraag", status=422)
    assert page.errors == [
        "Vul de vraag in.",
        "Vul het antwoord in.",
        "Kies bij welk onderwerp de vraag hoort.",
    ]


def test_html_in_an_answer_is_harmless(moderator, visitor):
    moderator.get(BASE)
    moderator.submit(
        "Bewaar de vraag",
        question="Wat <b>kost</b> het?",
        answer='<script>alert(1)</script> <img src=x onerror="x()"> [klik](javascript:alert(1))',
    )
    page = visitor.get("/veelgestelde-vragen")
    assert "<script>alert" not in page.response.text
    assert "<img src=x" not in page.response.text
    assert "javascript:" not in page.links.values()
    assert "Wat <b>kost</b> het?" in page.main_text


def test_a_moderator_hides_a_question_with_one_button_and_shows_it_again(moderator, visitor):
    moderator.get(BASE)
    page = moderator.submit("Verberg de vraag")
    assert "De vraag staat niet meer op de site." in page.text
    assert "Verborgen" in page.text
    assert "Wat kost het mij?" not in visitor.get("/veelgestelde-vragen").links
    moderator.get(BASE)
    moderator.submit("Toon de vraag weer")
    assert "Wat kost het mij?" in visitor.get("/veelgestelde-vragen").links


def test_a_moderator_gives_the_shared_answer_back(moderator, visitor):
    moderator.get(BASE)
    moderator.submit("Bewaar de vraag", answer="Het kost niets.")
    moderator.get(BASE)
    moderator.submit("Zet het gezamenlijke antwoord terug")
    text = visitor.get("/veelgestelde-vragen").main_text
    assert "Het kost niets." not in text
    assert "Je betaalt geen eigen bijdrage." in text


def test_of_two_moderators_the_second_is_told_and_keeps_what_they_typed(app, moderator, visitor):
    colleague = staff_member(app, RoleName.MODERATOR)
    moderator.get(BASE)
    colleague.get(BASE)
    moderator.submit("Bewaar de vraag", answer="De eerste tekst.")
    page = colleague.submit("Bewaar de vraag", answer="De tweede tekst.", status=409)
    assert "Iemand anders was je voor" in page.main_text
    assert "De eerste tekst." in page.main_text
    assert "De tweede tekst." in page.response.text
    assert "De eerste tekst." in visitor.get("/veelgestelde-vragen").main_text
    colleague.submit("Bewaar de vraag")
    assert "De tweede tekst." in visitor.get("/veelgestelde-vragen").main_text


def test_who_has_an_answer_open_while_it_is_given_back_is_told(app, moderator):
    moderator.get(BASE)
    moderator.submit("Bewaar de vraag", answer="De eerste tekst.")
    colleague = staff_member(app, RoleName.MODERATOR)
    colleague.get(BASE)
    moderator.get(BASE)
    moderator.submit("Zet het gezamenlijke antwoord terug")
    colleague.submit("Bewaar de vraag", answer="De tweede tekst.", status=409)


def test_a_moderator_moves_a_question_of_their_own_to_other_readers(moderator, visitor):
    _add(moderator)
    moderator.get("/moderatie/vragen/inwoners-mag-mijn-hond-mee")
    moderator.submit("Bewaar de vraag", group_key="tarieven")
    assert "Mag mijn hond mee?" in visitor.get("/werkgevers").links


def test_a_moderator_of_another_municipality_may_not_come_here(app, moderator):
    _add(moderator)
    stranger = staff_member(app, RoleName.MODERATOR, "GM0202")
    stranger.get("/moderatie/vragen", status=403)
    at_home = staff_member(app, RoleName.MODERATOR, "GM0202", host=ARNHEM)
    at_home.get("/moderatie/vragen/inwoners-mag-mijn-hond-mee", status=404)
    at_home.get(BASE)
    at_home.submit("Bewaar de vraag", answer="Alleen in Arnhem.")
    assert "Alleen in Arnhem." not in moderator.get(BASE).response.text


def test_a_consultant_may_not_change_questions(app):
    consultant = staff_member(app, RoleName.CONSULTANT)
    consultant.get("/moderatie/vragen", status=403)
    consultant.post_raw(f"{BASE}/verbergen", {}, status=400)


def test_a_question_that_does_not_exist_is_not_found(moderator):
    moderator.get("/moderatie/vragen/bestaat-niet", status=404)
