"""People with an app beside their password, and the codes that it shows."""

from dataclasses import dataclass
from datetime import datetime

from flask import Flask
from sqlalchemy.orm import Session

from tests.support.databases import SEALER
from tests.support.page_client import Page, PageClient
from tests.support.people import LONG_AGO, database_of
from webapp.accounts import one_time_codes, recovery_codes
from webapp.accounts.models import Account, SecondFactor
from webapp.core import clock


@dataclass(frozen=True)
class App:
    """An app on a phone, and the paper that came with it."""

    key: str
    recovery_codes: tuple[str, ...]

    def code(self, moment: datetime | None = None) -> str:
        """Return what it shows."""
        return one_time_codes.code_at(self.key, moment or clock.now())

    def wrong_code(self) -> str:
        """Return six figures that it does not show now, nor just before or after."""
        now = int(clock.now().timestamp())
        shown = {
            self.code(datetime.fromtimestamp(now + drift, clock.AMSTERDAM))
            for drift in (-60, -30, 0, 30, 60)
        }
        return next(
            code
            for code in ("111111", "222222", "333333", "444444", "555555", "666666")
            if code not in shown
        )


def give_app(session: Session, account: Account) -> App:
    """Let an account need an app to log in, as if that was set up long ago."""
    key = one_time_codes.new_key()
    factor = SecondFactor(
        account_id=account.id,
        sealed_key=SEALER.seal(key, owner=account.public_id),
        last_step=0,
        recovery_salt="",
        created_at=LONG_AGO,
    )
    session.add(factor)
    session.flush()
    return App(key, tuple(recovery_codes.renew(session, factor)))


def forget_last_code(app: Flask, account: Account) -> None:
    """Let the code that was just used be good again: a test need not wait half a minute."""
    with database_of(app).writing() as session:
        session.get_one(SecondFactor, account.id).last_step = 0


def key_on(page: Page) -> str:
    """Return the key that a page shows to type over."""
    pieces = page.main_text.partition("op basis van tijd.")[2].split()[:8]
    return "".join(pieces)


def set_up(browser: PageClient) -> tuple[Page, App]:
    """Set an app up from the page in view; return the page with the codes, and the app."""
    key = key_on(browser.page)
    code = one_time_codes.code_at(key, clock.now())
    page = browser.submit("Zet het aan", code=code)
    shown = [word for word in page.main_text.split() if len(word) == 11 and word[5] == "-"]
    return page, App(key, tuple(shown))
