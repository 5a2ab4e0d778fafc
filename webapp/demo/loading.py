"""Loading the demonstration into an empty site, by the operations that people use."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.core.errors import WrongStatusError
from webapp.demo.enquiries import load_enquiries
from webapp.demo.exceptions import load_exceptions
from webapp.demo.figures import load_figures
from webapp.demo.finding_places import load_finding_places
from webapp.demo.identity_changes import load_identity_changes
from webapp.demo.offers import load_workplaces
from webapp.demo.people import load_organisations, load_staff
from webapp.demo.placements import load_placements
from webapp.demo.places import load_municipalities, load_texts
from webapp.demo.removals import load_removals
from webapp.demo.residents import load_registrations
from webapp.demo.saved_searches import load_saved_searches
from webapp.demo.shortlists import load_shortlists
from webapp.demo.stage import Stage
from webapp.mail import outbox
from webapp.media.uploads import Uploads
from webapp.municipalities.models import Municipality
from webapp.organisations.models import Organisation


def is_empty(session: Session) -> bool:
    """Tell whether nobody uses this site yet."""
    in_use = (
        exists(select(Account.id)),
        exists(select(Organisation.id)),
        exists(select(Municipality.code).where(Municipality.joined_at.is_not(None))),
    )
    return not any(session.scalar(select(condition)) for condition in in_use)


def load(session: Session, *, now: datetime, uploads: Uploads | None = None) -> None:
    """Fill an empty site; what happened there lies in the days before `now`.

    `uploads` keeps the photos; without it there are none. Nobody gets mail of it.
    Raise WrongStatusError for a site that is in use.
    """
    if not is_empty(session):
        message = "the demonstration is only for an empty site"
        raise WrongStatusError(message)
    stage = Stage(session, now, uploads)
    load_municipalities(stage)
    load_staff(stage)
    load_organisations(stage)
    load_workplaces(stage)
    load_exceptions(stage)
    load_removals(stage)
    load_identity_changes(stage)
    load_registrations(stage)
    load_enquiries(stage)
    load_placements(stage)
    load_saved_searches(stage)
    load_shortlists(stage)
    load_finding_places(stage)
    load_figures(stage)
    load_texts(stage)
    session.flush()
    outbox.discard(session)
