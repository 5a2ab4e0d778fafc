"""What arrives: one suite for every transport, and what only one of them can get wrong."""

import io
import os
import shutil
import ssl
import subprocess
from datetime import UTC, datetime

import pytest

from tests.support.mails import messages_in, smtp_server, text_of
from webapp.core.settings import Settings
from webapp.mail import transports
from webapp.mail.models import OutgoingMail
from webapp.mail.transport import TemporaryTransportError
from webapp.mail.transports.folder import FolderTransport
from webapp.mail.transports.smtp import SmtpTransport

SENDER = "Werkplekwijzer <post@werkplekwijzer.example>"
LONG = "één lange regel " * 200


def mail(**changes):
    values = {
        "id": 12,
        "kind": "accounts/confirm_email",
        "recipient": "jan@voorbeeld.nl",
        "reply_to": "werkplekken@duiven.example",
        "subject": "Bevestig je e-mailadres: één klik",
        "body_text": f"Dag Jan,\n\nhttp://duiven.localhost/x\n\n{LONG}\n",
        "body_html": f"<!DOCTYPE html><p>Dag Jan, {LONG}</p>",
        "created_at": datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
    } | changes
    return OutgoingMail(**values)


@pytest.fixture(params=["folder", "smtp"])
def exchange(request, tmp_path):
    """A transport, and a function that returns what arrived through it."""
    if request.param == "folder":
        transport = FolderTransport(tmp_path / "mail", sender=SENDER, console=io.StringIO())
        yield transport, lambda: messages_in(tmp_path / "mail")
    else:
        with smtp_server() as (postbox, port):
            transport = SmtpTransport.from_url(f"smtp://127.0.0.1:{port}", sender=SENDER)
            yield transport, lambda: postbox.messages


def test_a_reader_gets_the_mail_as_it_was_written(exchange):
    transport, arrived = exchange
    sent = mail()
    transport.send(sent)
    (message,) = arrived()
    assert message["From"] == SENDER
    assert message["To"] == sent.recipient
    assert message["Reply-To"] == sent.reply_to
    assert message["Subject"] == sent.subject
    assert message["Date"].datetime == sent.created_at
    assert text_of(message).replace("\r\n", "\n") == sent.body_text
    assert text_of(message, "html").strip() == sent.body_html


def test_a_mail_without_an_address_for_answers_has_none(exchange):
    transport, arrived = exchange
    transport.send(mail(reply_to=None))
    assert arrived()[0]["Reply-To"] is None


def test_a_mail_that_comes_again_can_be_stopped_by_the_program_that_shows_it(exchange):
    transport, arrived = exchange
    transport.send(mail(stop_url="https://duiven.example/account/mail-stoppen/geheim"))
    transport.send(mail(id=13))
    stoppable, other = arrived()
    assert "https://duiven.example/account/mail-stoppen/geheim" in stoppable["List-Unsubscribe"]
    assert stoppable["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert other["List-Unsubscribe"] is None


def test_the_folder_keeps_mail_in_order_and_the_console_shows_the_link(tmp_path):
    console = io.StringIO()
    transport = FolderTransport(tmp_path / "mail", sender=SENDER, console=console)
    for number in (9, 10, 11):
        transport.send(mail(id=number, subject=f"Mail {number}"))
    assert [message["Subject"] for message in messages_in(tmp_path / "mail")] == [
        "Mail 9",
        "Mail 10",
        "Mail 11",
    ]
    shown = console.getvalue()
    assert "Mail 10" in shown
    assert "to jan@voorbeeld.nl" in shown
    assert "\n      http://duiven.localhost/x\n" in shown


def test_no_line_on_the_wire_is_longer_than_smtp_allows():
    with smtp_server() as (postbox, port):
        SmtpTransport.from_url(f"smtp://127.0.0.1:{port}", sender=SENDER).send(mail())
    lines = postbox.envelopes[0].content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 998


def test_a_mail_sent_twice_can_be_told_as_one():
    with smtp_server() as (postbox, port):
        transport = SmtpTransport.from_url(f"smtp://127.0.0.1:{port}", sender=SENDER)
        transport.send(mail())
        transport.send(mail())
        transport.send(mail(id=13))
    first, again, other = (message["Message-ID"] for message in postbox.messages)
    assert first == again != other


def test_the_sites_password_is_used_and_a_wrong_one_only_postpones():
    with smtp_server(login=("jan", "geheim/wachtwoord")) as (postbox, port):
        right = f"smtp://jan:geheim%2Fwachtwoord@127.0.0.1:{port}"
        SmtpTransport.from_url(right, sender=SENDER).send(mail())
        wrong = SmtpTransport.from_url(f"smtp://jan:fout@127.0.0.1:{port}", sender=SENDER)
        with pytest.raises(TemporaryTransportError, match="SMTPAuthenticationError 535"):
            wrong.send(mail())
    assert len(postbox.messages) == 1


def test_a_mail_never_goes_in_the_clear_when_encryption_was_asked_for():
    with smtp_server() as (postbox, port):
        transport = SmtpTransport.from_url(f"smtp://127.0.0.1:{port}?tls=1", sender=SENDER)
        with pytest.raises(TemporaryTransportError, match="SMTPNotSupportedError"):
            transport.send(mail())
    assert postbox.messages == []


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate for localhost that nobody trusts by itself: its file, with the key."""
    if shutil.which("openssl") is None and os.environ.get("CI") != "true":
        pytest.skip("no openssl here to make a certificate with")
    file = tmp_path_factory.mktemp("certificate") / "localhost.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"),
            *("-keyout", str(file), "-out", str(file.with_suffix(".crt"))),
        ],
        check=True,
        capture_output=True,
    )
    file.write_bytes(file.read_bytes() + file.with_suffix(".crt").read_bytes())
    return file


def test_mail_goes_encrypted_to_a_server_that_is_trusted_and_to_no_other(certificate, monkeypatch):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    with smtp_server(starttls=context) as (postbox, port):
        transport = SmtpTransport.from_url(f"smtp://localhost:{port}?tls=1", sender=SENDER)
        with pytest.raises(TemporaryTransportError, match="SSLCertVerificationError"):
            transport.send(mail())
        assert postbox.messages == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_suffix(".crt")))
        transport.send(mail())
    assert len(postbox.messages) == 1


def test_an_operator_chooses_the_transport_by_one_setting(tmp_path):
    settings = Settings(data_dir=tmp_path, database_url="sqlite://", secret_key="x")
    assert isinstance(transports.from_settings(settings), FolderTransport)
    with_server = Settings(
        data_dir=tmp_path, database_url="sqlite://", secret_key="x", mail_url="smtp://mail.example"
    )
    assert isinstance(transports.from_settings(with_server), SmtpTransport)
