"""Mail for the tests: a real SMTP server on loopback, and letters to send through it."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from ssl import SSLContext
from urllib.parse import urlsplit

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from sqlalchemy import select
from sqlalchemy.orm import Session as DatabaseSession

from webapp.mail.models import OutgoingMail
from webapp.mail.site import MailSite

SITE = MailSite(
    name="Werkplekken Duiven",
    url="http://duiven.localhost:5000",
    email="werkplekken@duiven.example",
)

_LINK: re.Pattern[str] = re.compile(r"https?://\S+")


@dataclass
class Postbox:
    """What a mail server received, and what it answers to the next mails."""

    messages: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    answer_to_recipient: str = "250 OK"
    answer_to_sender: str = "250 OK"
    answer_to_data: str = "250 OK"

    async def handle_MAIL(  # noqa: N802 (aiosmtpd's name)
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if self.answer_to_sender.startswith("250"):
            envelope.mail_from = address
        return self.answer_to_sender

    async def handle_RCPT(  # noqa: N802
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if self.answer_to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer_to_recipient

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.answer_to_data.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.envelopes.append(envelope)
            self.messages.append(read_message(content))
        return self.answer_to_data


@contextmanager
def smtp_server(
    port: int | None = None,
    *,
    starttls: SSLContext | None = None,
    login: tuple[str, str] | None = None,
) -> Iterator[tuple[Postbox, int]]:
    """Run a mail server on a free port of 127.0.0.1; lend its postbox and its port."""

    def authenticate(*arguments: object) -> AuthResult:
        given = arguments[-1]
        assert isinstance(given, LoginPassword)
        is_right = (given.login.decode(), given.password.decode()) == login
        return AuthResult(success=is_right, handled=False)

    postbox = Postbox()
    controller = Controller(
        postbox,
        hostname="127.0.0.1",
        port=port or free_port(),
        tls_context=starttls,
        authenticator=authenticate,
        auth_require_tls=False,
    )
    controller.start()
    try:
        yield postbox, controller.port
    finally:
        controller.stop()


def free_port() -> int:
    """Return a port of 127.0.0.1 on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def read_message(content: bytes) -> EmailMessage:
    """Return the message in the bytes of an .eml file or of a DATA command."""
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def messages_in(folder: Path) -> list[EmailMessage]:
    """Return the messages that the folder transport wrote, in the order of their names."""
    return [read_message(file.read_bytes()) for file in sorted(folder.glob("*.eml"))]


def text_of(message: EmailMessage, kind: str = "plain") -> str:
    """Return the plain or the HTML text of a message."""
    part = message.get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content


def queued(session: DatabaseSession) -> list[OutgoingMail]:
    """Return the mails that were written, the oldest first."""
    return list(session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))


def link_in(mail: OutgoingMail) -> str:
    """Return the first link of a mail that leads further than the front page."""
    links = (found.group() for found in _LINK.finditer(mail.body_text))
    return next(link for link in links if urlsplit(link).path)


def secret_in(mail: OutgoingMail) -> str:
    """Return the secret at the end of the link of a mail."""
    return link_in(mail).rpartition("/")[2]
