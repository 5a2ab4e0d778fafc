"""What every part of the demonstration needs while it is loaded."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.core.actor import SYSTEM, Actor
from webapp.mail.site import MailSite
from webapp.media.uploads import Uploads
from webapp.organisations.models import Organisation
from webapp.workplaces.models import Workplace

# Mails of the demonstration are thrown away, so nobody reads where they come from.
NOWHERE = MailSite(name="", url="", email="niemand@voorbeeldgemeente.example")


@dataclass
class Stage:
    """The session, the moment from which days are counted back, and who is there already.

    `uploads` keeps the photos; without it there are none.
    """

    session: Session
    now: datetime
    uploads: Uploads | None = None
    staff: dict[tuple[str, str | None], Account] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    managers: dict[str, Account] = field(default_factory=dict)
    workplaces: dict[str, Workplace] = field(default_factory=dict)

    def ago(self, days: float) -> datetime:
        """Return the moment so many days ago."""
        return self.now - timedelta(days=days)

    def staff_actor(self, role: str, municipality_code: str) -> Actor:
        """Return who does this work for a municipality; where nobody has an account, the system."""
        account = self.staff.get((role, municipality_code))
        return account.actor if account else SYSTEM
