"""The worker's round along the queue, against a mail server that is really there, or really not."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from tests.support.mails import SITE, free_port, smtp_server
from webapp.mail import outbox
from webapp.mail.dispatch import BACK_OFF, CLAIM, send_due
from webapp.mail.models import MailStatus, OutgoingMail
from webapp.mail.transports.smtp import SmtpTransport

NOW = datetime(2026, 5, 12, 9, tzinfo=UTC)
SENDER = "Werkplekwijzer <post@werkplekwijzer.example>"


def transport_to(port):
    return SmtpTransport.from_url(f"smtp://127.0.0.1:{port}", sender=SENDER)


def queue(database, *recipients, about=None):
    with database.writing() as session:
        for recipient in recipients:
            outbox.enqueue(
                session,
                "accounts/confirm_email",
                to=recipient,
                site=SITE,
                now=NOW,
                about=about,
                name="Jan",
                organisation_name="De Proeftuin",
                secret="geheim",
                days=3,
            )


def only_mail(database):
    with database.reading() as session:
        (mail,) = session.scalars(select(OutgoingMail))
    return mail


def test_mail_leaves_in_the_order_in_which_it_was_queued(database):
    queue(database, "a@voorbeeld.nl", "b@voorbeeld.nl", "c@voorbeeld.nl")
    with smtp_server() as (postbox, port):
        assert send_due(database, transport_to(port), now=lambda: NOW) == 3
        assert send_due(database, transport_to(port), now=lambda: NOW) == 0
    assert [message["To"] for message in postbox.messages] == [
        "a@voorbeeld.nl",
        "b@voorbeeld.nl",
        "c@voorbeeld.nl",
    ]


def test_once_delivered_no_copy_of_a_secret_link_is_kept(database):
    queue(database, "jan@voorbeeld.nl")
    with smtp_server() as (_postbox, port):
        send_due(database, transport_to(port), now=lambda: NOW)
    mail = only_mail(database)
    assert (mail.status, mail.sent_at, mail.last_error) == (MailStatus.SENT, NOW, None)
    assert mail.body_text == mail.body_html == ""
    assert mail.stop_url is None


def test_once_delivered_no_address_is_kept_of_who_the_mail_was_about(database):
    queue(database, "jan@voorbeeld.nl", about="abc")
    with smtp_server() as (postbox, port):
        send_due(database, transport_to(port), now=lambda: NOW)
    assert [message["To"] for message in postbox.messages] == ["jan@voorbeeld.nl"]
    assert only_mail(database).recipient == ""


def test_a_mail_that_was_forgotten_while_it_was_on_its_way_is_not_missed(database):
    class Slow:
        def send(self, _mail):
            with database.writing() as session:
                outbox.forget(session, ["abc"])

    queue(database, "jan@voorbeeld.nl", about="abc")
    queue(database, "piet@voorbeeld.nl")
    assert send_due(database, Slow(), now=lambda: NOW) == 2
    assert only_mail(database).recipient == "piet@voorbeeld.nl"


def test_a_server_that_is_down_loses_nothing_and_gets_the_mail_when_it_is_back(database):
    queue(database, "jan@voorbeeld.nl", "piet@voorbeeld.nl")
    port = free_port()
    transport = transport_to(port)
    assert send_due(database, transport, now=lambda: NOW) == 0
    assert send_due(database, transport, now=lambda: NOW) == 0
    with smtp_server(port) as (postbox, _port):
        assert send_due(database, transport, now=lambda: NOW + timedelta(seconds=59)) == 0
        assert send_due(database, transport, now=lambda: NOW + timedelta(seconds=60)) == 2
    assert len(postbox.messages) == 2


def test_attempts_come_further_and_further_apart_until_we_give_up_visibly(database):
    queue(database, "jan@voorbeeld.nl")
    transport = transport_to(free_port())
    moment = NOW
    for wait in BACK_OFF:
        send_due(database, transport, now=lambda: moment)  # noqa: B023 (called at once)
        mail = only_mail(database)
        assert (mail.status, mail.next_attempt_at) == (MailStatus.QUEUED, moment + wait)
        moment += wait
    send_due(database, transport, now=lambda: moment)
    mail = only_mail(database)
    assert (mail.status, mail.last_error) == (MailStatus.FAILED, "ConnectionRefusedError")
    assert mail.body_text
    assert moment - NOW > timedelta(days=3)


def test_an_address_refused_for_good_is_not_tried_again_and_the_others_go_on(database):
    queue(database, "weg@voorbeeld.nl")
    with smtp_server() as (postbox, port):
        postbox.answer_to_recipient = "550 5.1.1 weg@voorbeeld.nl does not exist"
        with capture_logs() as lines:
            send_due(database, transport_to(port), now=lambda: NOW)
        postbox.answer_to_recipient = "250 OK"
        queue(database, "jan@voorbeeld.nl")
        assert send_due(database, transport_to(port), now=lambda: NOW) == 1
    with database.reading() as session:
        refused = session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)).first()
    assert (refused.status, refused.last_error) == (
        MailStatus.FAILED,
        "SMTPRecipientsRefused 550",
    )
    assert [line["event"] for line in lines] == ["mail.given_up"]
    assert "voorbeeld" not in str(lines)


@pytest.mark.parametrize(
    ("answer", "text", "reason"),
    [
        ("answer_to_recipient", "451 greylisted", "SMTPRecipientsRefused 451"),
        ("answer_to_data", "452 disk full", "SMTPDataError 452"),
        ("answer_to_sender", "553 sender not allowed", "SMTPSenderRefused 553"),
    ],
)
def test_a_refusal_for_now_is_tried_again(database, answer, text, reason):
    queue(database, "jan@voorbeeld.nl")
    with smtp_server() as (postbox, port):
        setattr(postbox, answer, text)
        send_due(database, transport_to(port), now=lambda: NOW)
        mail = only_mail(database)
        assert (mail.status, mail.last_error) == (MailStatus.QUEUED, reason)
        setattr(postbox, answer, "250 OK")
        assert send_due(database, transport_to(port), now=lambda: NOW + BACK_OFF[0]) == 1


def test_a_message_refused_for_good_is_given_up(database):
    queue(database, "jan@voorbeeld.nl")
    with smtp_server() as (postbox, port):
        postbox.answer_to_data = "554 looks like spam"
        send_due(database, transport_to(port), now=lambda: NOW)
    assert only_mail(database).status is MailStatus.FAILED


def test_a_fault_in_the_transport_costs_one_mail_an_attempt_and_nothing_more(database):
    class Broken:
        def send(self, mail):
            raise KeyError(mail.recipient)

    queue(database, "jan@voorbeeld.nl")
    assert send_due(database, Broken(), now=lambda: NOW) == 0
    mail = only_mail(database)
    assert (mail.status, mail.last_error) == (MailStatus.QUEUED, "KeyError")


def test_a_worker_that_dies_while_sending_leaves_the_mail_to_the_next(database):
    class Killed(BaseException):
        pass

    class Dying:
        def send(self, _mail):
            raise Killed

    queue(database, "jan@voorbeeld.nl")
    with pytest.raises(Killed):
        send_due(database, Dying(), now=lambda: NOW)
    with smtp_server() as (_postbox, port):
        assert send_due(database, transport_to(port), now=lambda: NOW) == 0
        assert send_due(database, transport_to(port), now=lambda: NOW + CLAIM) == 1


def test_two_workers_never_send_the_same_mail(database):
    recipients = [f"jan{number}@voorbeeld.nl" for number in range(12)]
    queue(database, *recipients)
    start = Barrier(3)

    def work(port):
        start.wait()
        send_due(database, transport_to(port), now=lambda: NOW)

    with smtp_server() as (postbox, port):
        workers = [Thread(target=work, args=(port,)) for _ in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    assert sorted(message["To"] for message in postbox.messages) == sorted(recipients)


def test_nobody_waits_for_a_lock_while_a_mail_is_on_its_way(database):
    class Writing:
        def send(self, _mail):
            queue(database, "piet@voorbeeld.nl")
            raise KeyError

    queue(database, "jan@voorbeeld.nl")
    send_due(database, Writing(), now=lambda: NOW)
    with database.reading() as session:
        assert len(session.scalars(select(OutgoingMail)).all()) == 2
