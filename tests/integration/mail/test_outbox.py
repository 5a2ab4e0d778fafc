from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.support.mails import SITE
from webapp.core.errors import InvalidInputError
from webapp.mail import outbox, queries
from webapp.mail.models import MailStatus, OutgoingMail
from webapp.mail.site import MailSite

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)


def enqueue(session, **changes):
    options = {"to": "jan@voorbeeld.nl", "site": SITE, "now": NOW} | changes
    return outbox.enqueue(
        session,
        "accounts/confirm_email",
        name="Jan",
        organisation_name="De Proeftuin",
        secret="geheim",
        days=3,
        **options,
    )


def test_a_mail_waits_only_when_the_change_it_tells_of_is_kept(database):
    with database.session(writing=True) as session:
        enqueue(session)
        session.flush()
        session.rollback()
    with database.writing() as session:
        enqueue(session, to="piet@voorbeeld.nl")
    with database.reading() as session:
        (mail,) = session.scalars(select(OutgoingMail))
    assert (mail.recipient, mail.status, mail.next_attempt_at) == (
        "piet@voorbeeld.nl",
        MailStatus.QUEUED,
        NOW,
    )


def test_an_answer_goes_to_the_site_unless_somebody_else_is_named(session):
    assert enqueue(session).reply_to == SITE.email
    assert enqueue(session, reply_to="piet@voorbeeld.nl").reply_to == "piet@voorbeeld.nl"
    assert enqueue(session, site=MailSite("Duiven", SITE.url, email="")).reply_to is None


@pytest.mark.parametrize("field", ["to", "reply_to"])
def test_a_mail_to_no_address_is_refused(session, field):
    with pytest.raises(InvalidInputError) as refusal:
        enqueue(session, **{field: "jan@voorbeeld.nl\r\nBcc: piet@voorbeeld.nl"})
    assert set(refusal.value.problems) == {field}


def test_an_operator_sees_what_was_given_up_and_tries_once_more(session):
    mail = enqueue(session)
    mail.status, mail.attempts = MailStatus.FAILED, 9
    session.flush()
    assert queries.given_up(session) == [mail]
    outbox.retry(mail, now=NOW + timedelta(days=5))
    session.flush()
    assert queries.given_up(session) == []
    assert (mail.attempts, mail.next_attempt_at) == (0, NOW + timedelta(days=5))


def test_old_mail_is_forgotten_but_never_while_it_waits(session):
    for status in MailStatus:
        enqueue(session, to=f"{status}@voorbeeld.nl").status = status
    session.flush()
    outbox.purge(session, now=NOW + timedelta(days=31))
    assert left(session) == {"queued@voorbeeld.nl", "failed@voorbeeld.nl"}
    outbox.purge(session, now=NOW + timedelta(days=91))
    assert left(session) == {"queued@voorbeeld.nl"}


def test_what_was_given_up_keeps_its_text_only_as_long_as_it_can_be_tried_again(session):
    mails = [enqueue(session), enqueue(session, about="abc"), enqueue(session)]
    for mail in mails[:2]:
        mail.status = MailStatus.FAILED
    session.flush()
    outbox.purge(session, now=NOW + timedelta(days=7))
    session.expire_all()
    assert all(mail.can_be_sent for mail in mails)
    outbox.purge(session, now=NOW + timedelta(days=8))
    session.expire_all()
    assert [bool(mail.body_text or mail.body_html) for mail in mails] == [False, False, True]
    assert [mail.recipient for mail in mails] == ["jan@voorbeeld.nl", "", "jan@voorbeeld.nl"]
    for mail in mails[:2]:
        outbox.retry(mail, now=NOW)
        assert mail.status is MailStatus.FAILED


def test_nothing_is_left_of_the_mail_about_somebody_who_is_forgotten(session):
    for status in MailStatus:
        enqueue(session, about="abc").status = status
    enqueue(session, to="piet@voorbeeld.nl", about="def")
    enqueue(session, to="bo@voorbeeld.nl")
    session.flush()
    outbox.forget(session, ["abc"])
    assert left(session) == {"piet@voorbeeld.nl", "bo@voorbeeld.nl"}


def left(session):
    return set(session.scalars(select(OutgoingMail.recipient)))
