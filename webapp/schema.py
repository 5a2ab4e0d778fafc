"""The whole schema: importing this makes every model known to the metadata."""

from sqlalchemy import MetaData

from webapp.accounts import models as accounts
from webapp.audit import models as audit
from webapp.content import models as content
from webapp.core import heartbeat, rate_counters
from webapp.core.db import Base
from webapp.mail import models as mail
from webapp.municipalities import models as municipalities
from webapp.organisations import models as organisations
from webapp.registrations import models as registrations
from webapp.search import models as search
from webapp.tariffs import models as tariffs
from webapp.workplaces import models as workplaces
from webapp.workplaces.exceptions import models as exceptions

ROOMS = (
    heartbeat, rate_counters, municipalities, mail, audit, accounts, content, tariffs,
    organisations, workplaces, exceptions, registrations, search,
)  # fmt: skip


def metadata() -> MetaData:
    """Return the metadata with every table."""
    return Base.metadata
