"""The mails that a running site sent, as their readers see them."""

import re
import time
from email import message_from_string, policy
from email.message import EmailMessage

from tests.support.running_site import RunningSite

_LINK = re.compile(r"https?://\S+")


def mails_to(site: RunningSite, recipient: str) -> list[str]:
    """Return the texts of the mails to `recipient`, subject first, the oldest mail first."""
    messages = [_parsed(text) for text in site.mails]
    return [
        f"{message['Subject']}\n{_text_of(message)}"
        for message in messages
        if message["To"] == recipient
    ]


def wait_for_mail(site: RunningSite, recipient: str, saying: str, seconds: float = 20) -> str:
    """Return the latest mail to `recipient` that says this, when it has come."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        found = [text for text in mails_to(site, recipient) if saying in text]
        if found:
            return found[-1]
        time.sleep(0.2)
    message = f"no mail to {recipient} that says {saying!r}"
    raise AssertionError(message)


def wait_for_link(site: RunningSite, recipient: str, path: str) -> str:
    """Return the link to somewhere under `path` in the latest mail to `recipient` with one."""
    links: list[str] = _LINK.findall(wait_for_mail(site, recipient, path))
    return next(link for link in links if path in link)


def _parsed(text: str) -> EmailMessage:
    return message_from_string(text, policy=policy.default)


def _text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
