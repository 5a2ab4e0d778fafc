"""The ways in which mail can leave, and the choice between them."""

from webapp.core.settings import Settings
from webapp.mail.transport import Transport
from webapp.mail.transports.folder import FolderTransport
from webapp.mail.transports.smtp import SmtpTransport


def from_settings(settings: Settings) -> Transport:
    """Return the transport that MAIL_URL names: an SMTP server, or a folder when it is empty."""
    if settings.mail_url:
        return SmtpTransport.from_url(settings.mail_url, sender=settings.mail_sender)
    return FolderTransport(settings.mail_dir, sender=settings.mail_sender)
