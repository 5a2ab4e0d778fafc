"""The whole schema: importing this makes every model known to the metadata."""

from itertools import chain

from sqlalchemy import MetaData

from webapp.accounts import models as accounts
from webapp.audit import models as audit
from webapp.content import models as content
from webapp.core import heartbeat, public_stamp, rate_counters
from webapp.core.db import Base
from webapp.enquiries import models as enquiries
from webapp.findingplaces import models as findingplaces
from webapp.mail import models as mail
from webapp.moderation import models as moderation
from webapp.municipalities import models as municipalities
from webapp.organisations import models as organisations
from webapp.organisations.identity import models as identity
from webapp.placements import models as placements
from webapp.registrations import models as registrations
from webapp.search import models as search
from webapp.search.engines import postgresql_tables
from webapp.search.saved import models as saved_searches
from webapp.shortlists import models as shortlists
from webapp.statistics import models as statistics
from webapp.tariffs import models as tariffs
from webapp.workplaces import models as workplaces
from webapp.workplaces.exceptions import models as exceptions
from webapp.workplaces.remarks import models as remarks
from webapp.workplaces.removals import models as removals
from webapp.workplaces.sheets import models as sheets
from webapp.workplaces.talk import models as talk

ROOMS = (
    heartbeat, rate_counters, municipalities, mail, audit, accounts, content, tariffs,
    organisations, identity, workplaces, exceptions, removals, remarks, sheets, talk, statistics,
    findingplaces, registrations, enquiries, placements, moderation, search, saved_searches,
    shortlists,
)  # fmt: skip


def metadata(dialect: str = "sqlite") -> MetaData:
    """Return the metadata with every table that a database of this dialect has."""
    own = [Base.metadata, public_stamp.METADATA]
    if dialect == "postgresql":
        own.append(postgresql_tables.METADATA)
    whole = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in chain.from_iterable(each.tables.values() for each in own):
        table.to_metadata(whole)
    return whole
