"""Mail as files: for a trial at home, where there is no mail server."""

import re
import sys
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import TextIO

from webapp.mail.models import OutgoingMail

_LINK = re.compile(r"https?://\S+")


class FolderTransport:
    """Writes each mail to a folder as an .eml file, and tells of it at the console."""

    def __init__(self, folder: Path, *, sender: str, console: TextIO | None = None) -> None:
        self._folder = folder
        self._sender = sender
        self._console = console

    def send(self, mail: OutgoingMail) -> None:
        """Write one mail; the names of the files follow the order in which they were queued."""
        self._folder.mkdir(parents=True, exist_ok=True)
        moment = mail.created_at.strftime("%Y%m%dT%H%M%S")
        file = self._folder / f"{moment}-{mail.id:06}-{mail.kind.replace('/', '-')}.eml"
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(_message(mail, self._sender).as_bytes(policy=SMTP))
        unfinished.replace(file)
        console = self._console or sys.stdout
        console.write(_short_form(mail, file))
        console.flush()


def _message(mail: OutgoingMail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = mail.recipient
    if mail.reply_to:
        message["Reply-To"] = mail.reply_to
    message["Subject"] = mail.subject
    message["Date"] = mail.created_at
    for name, value in mail.ways_to_stop.items():
        message[name] = value
    message.set_content(mail.body_text)
    message.add_alternative(mail.body_html, subtype="html")
    return message


def _short_form(mail: OutgoingMail, file: Path) -> str:
    links = (f"      {link}\n" for link in _LINK.findall(mail.body_text))
    return f"mail  {mail.subject}\n      to {mail.recipient}, in {file}\n{''.join(links)}"
