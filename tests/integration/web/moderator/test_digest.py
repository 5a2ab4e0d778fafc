"""A moderator chooses how often to hear by mail what waits."""

from sqlalchemy import select

from webapp.moderation.models import Digest, Rhythm


def test_a_moderator_chooses_and_finds_the_choice_again(moderator, session):
    moderator.get("/moderatie")
    moderator.follow("Mail over wat wacht")
    page = moderator.submit("Bewaar", rhythm="week")
    assert "Bewaard hoe vaak je een mail krijgt." in page.main_text
    assert session.scalars(select(Digest)).one().rhythm is Rhythm.WEEKLY
    session.rollback()
    moderator.get("/moderatie/mail")
    moderator.submit("Bewaar")
    assert session.scalars(select(Digest)).one().rhythm is Rhythm.WEEKLY


def test_who_chooses_nothing_is_asked_to(moderator, session):
    moderator.get("/moderatie/mail")
    page = moderator.submit("Bewaar", rhythm="soms", status=422)
    assert "Kies hoe vaak." in page.errors
    assert session.scalars(select(Digest)).all() == []
