"""A moderator looks for something in the queue, and is told what is in it twice."""

from tests.support.moderation import organisation_with_member, submitted_workplace
from webapp.core import clock


def test_the_queue_is_narrowed_by_kind_and_by_words(moderator, session):
    for name, title in (("De Boomgaard", "Wieden"), ("Het Wiel", "Fietsen maken")):
        organisation = organisation_with_member(session, name=name)
        submitted_workplace(session, organisation, at=clock.now(), title=title)
    session.commit()
    page = moderator.get("/moderatie")
    assert "Nieuwe werkplek (2)" in page.main_text
    page = moderator.submit("Zoek in wat wacht", q="wiel")
    assert "Fietsen maken" in page.main_text
    assert "Wieden" not in page.main_text
    page = moderator.submit("Zoek in wat wacht", q="wiel", soort="verwijdering")
    assert page.title.startswith("Wachten op controle, verwijdering gevraagd")
    assert "We vonden niets dat wacht en hierbij past." in page.main_text
    assert "Wieden" in moderator.follow("Bekijk alles wat wacht").main_text
    assert "Wieden" in moderator.get("/moderatie", soort="onzin").main_text


def test_the_check_page_names_what_looks_alike(moderator, session):
    organisation = organisation_with_member(session)
    for title in ("Meewerken in de tuin", "Meewerken in de tuin!"):
        one = submitted_workplace(session, organisation, at=clock.now(), title=title)
    session.commit()
    page = moderator.get(f"/moderatie/werkplekken/{one.public_id}")
    assert "Staat deze werkplek er al?" in page.main_text
    assert "bijna dezelfde naam" in page.main_text
    assert "Meewerken in de tuin" in page.links
