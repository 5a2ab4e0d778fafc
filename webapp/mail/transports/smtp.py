"""Mail through an SMTP server: the only door to Flask-Mail."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email import charset
from email.utils import parseaddr
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

import flask_mail
from flask import Flask

from webapp.core.settings import SettingsError
from webapp.mail.models import OutgoingMail
from webapp.mail.transport import PermanentTransportError, TemporaryTransportError

# How long one step of the conversation may take, in seconds. Flask-Mail itself waits for ever.
_PATIENCE = 15
_FORM = "MAIL_URL must look like smtp://user:password@host:587?tls=1 or smtps://host."

# Flask-Mail sends UTF-8 as it is; a long line typed by somebody would break SMTP's limit of 998
# characters. Quoted-printable never does.
charset.add_charset("utf-8", charset.SHORTEST, charset.QP, "utf-8")


@dataclass(frozen=True)
class SmtpServer:
    """Where the mail server is and how to speak to it; `starttls` demands encryption."""

    host: str
    port: int
    username: str | None = None
    password: str | None = None
    starttls: bool = False
    implicit_tls: bool = False

    @classmethod
    def from_url(cls, url: str) -> Self:
        """Read an address such as 'smtp://user:password@host:587?tls=1'; raise SettingsError."""
        parts = urlsplit(url)
        options = parse_qs(parts.query)
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or options.keys() - {"tls"}:
            raise SettingsError(_FORM)
        starttls = options.get("tls", ["0"])[-1] == "1"
        implicit_tls = parts.scheme == "smtps"
        try:
            port = parts.port
        except ValueError as error:
            raise SettingsError(_FORM) from error
        return cls(
            host=parts.hostname,
            port=port or (465 if implicit_tls else 587 if starttls else 25),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            starttls=starttls,
            implicit_tls=implicit_tls,
        )


class SmtpTransport:
    """Sends each mail over a connection of its own."""

    def __init__(self, server: SmtpServer, *, sender: str) -> None:
        self._sender = sender
        self._app = Flask("webapp.mail")
        self._app.config.update(
            MAIL_SERVER=server.host,
            MAIL_PORT=server.port,
            MAIL_USERNAME=server.username,
            MAIL_PASSWORD=server.password,
            MAIL_USE_TLS=server.starttls,
            MAIL_USE_SSL=server.implicit_tls,
            MAIL_DEFAULT_SENDER=sender,
        )
        self._mail = flask_mail.Mail(self._app)

    @classmethod
    def from_url(cls, url: str, *, sender: str) -> Self:
        """Return a transport to the server that `url` names; raise SettingsError."""
        return cls(SmtpServer.from_url(url), sender=sender)

    def send(self, mail: OutgoingMail) -> None:
        """Hand one mail to the server."""
        with self._app.app_context():
            message = self._message(mail)
            try:
                with _Connection(self._mail) as connection:
                    connection.send(message)
            except smtplib.SMTPRecipientsRefused as error:
                ((code, _answer),) = error.recipients.values()
                raise _refusal(error, code) from error
            except smtplib.SMTPDataError as error:
                raise _refusal(error, error.smtp_code) from error
            except smtplib.SMTPResponseException as error:
                # Greeting, log-in or sender refused: a setting to mend, not this mail's fault.
                raise TemporaryTransportError(_reason(error, error.smtp_code)) from error
            except OSError as error:  # smtplib's other errors are OSErrors too
                raise TemporaryTransportError(_reason(error)) from error

    def _message(self, mail: OutgoingMail) -> flask_mail.Message:
        message = flask_mail.Message(
            subject=mail.subject,
            recipients=[mail.recipient],
            body=mail.body_text,
            html=mail.body_html,
            sender=self._sender,
            reply_to=mail.reply_to,
            date=mail.created_at.timestamp(),
            extra_headers={"Auto-Submitted": "auto-generated", **mail.ways_to_stop},
        )
        # The same mail always has the same id, so that a mail sent twice can be told as one.
        domain = parseaddr(self._sender)[1].rpartition("@")[2]
        message.msgId = f"<{mail.created_at:%Y%m%d%H%M%S%f}.{mail.id}@{domain}>"
        return message


class _Connection(flask_mail.Connection):
    """Flask-Mail's connection with an end to its patience, and with certificates checked."""

    def configure_host(self) -> smtplib.SMTP:
        settings = self.mail
        trusted = ssl.create_default_context()
        if settings.use_ssl:
            host: smtplib.SMTP = smtplib.SMTP_SSL(
                settings.server, settings.port, timeout=_PATIENCE, context=trusted
            )
        else:
            host = smtplib.SMTP(settings.server, settings.port, timeout=_PATIENCE)
        try:
            if settings.use_tls:
                host.starttls(context=trusted)
            if settings.username and settings.password:
                host.login(settings.username, settings.password)
        except BaseException:
            host.close()
            raise
        return host

    def __exit__(self, *_error: object) -> None:
        # A farewell that fails says nothing about the mail: it was taken, or it has failed above.
        if self.host is not None:
            with suppress(OSError):
                self.host.quit()
            self.host.close()


def _refusal(error: Exception, code: int) -> PermanentTransportError | TemporaryTransportError:
    kind = PermanentTransportError if code >= 500 else TemporaryTransportError
    return kind(_reason(error, code))


def _reason(error: Exception, code: int | None = None) -> str:
    # Only the kind and the code: the server's own words often repeat the address.
    return " ".join(str(part) for part in (type(error).__name__, code) if part)
