"""An organisation signs up with its first workplace, and with the person who does it."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.accounts.sign_up import confirm as confirm_account
from webapp.accounts.sign_up import register as register_account
from webapp.accounts.sign_up import request_confirmation
from webapp.core.actor import Actor
from webapp.geo.geocoding import Geocoder
from webapp.mail.site import MailSite
from webapp.organisations import operations as organisations
from webapp.organisations.details import OrganisationDetails
from webapp.organisations.models import Organisation
from webapp.organisations.queries import find_organisation
from webapp.workplaces import editing, rules, submission
from webapp.workplaces.content import WorkplaceContent

# What the link in the mail brings back: for which organisation it was sent.
ORGANISATION = "organisation"


@dataclass(frozen=True)
class Application:
    """Everything that somebody fills in to sign an organisation up.

    A `key` that was chosen before becomes the organisation's public id: sent twice, the database
    refuses the second.
    """

    name: str
    email: str
    password_hash: str = field(repr=False)
    organisation: OrganisationDetails
    workplace: WorkplaceContent
    key: str | None = None


def sign_up(
    session: Session,
    application: Application,
    *,
    municipality_code: str,
    site: MailSite,
    geocoder: Geocoder,
    now: datetime,
) -> Organisation:
    """Keep an organisation with its first workplace, and mail a link to the person.

    Only that link makes the person a member, and only then does the municipality see it: whoever
    signs up with somebody else's address gets nowhere, and does not learn whether it has an
    account. A workplace that is complete is submitted; another stays a draft. Raise
    InvalidInputError for what is filled in wrongly.
    """
    somebody = Actor(account_id=None, name=application.name)
    organisation = organisations.register(
        session,
        application.organisation,
        municipality_code=municipality_code,
        actor=somebody,
        now=now,
        public_id=application.key,
    )
    workplace = editing.offer(
        session,
        organisation,
        municipality_code=municipality_code,
        content=_with_contact(application.workplace, organisation),
        geocoder=geocoder,
        actor=somebody,
        now=now,
    )
    version = workplace.latest_version
    if not rules.problems_of(version.content):
        submission.submit(session, workplace, expected_lock=version.lock, actor=somebody, now=now)
    account = register_account(
        session,
        name=application.name,
        email=application.email,
        password_hash=application.password_hash,
        now=now,
    )
    details = {ORGANISATION: organisation.public_id}
    request_confirmation(session, account, details=details, site=site, now=now)
    return organisation


def confirm(session: Session, secret: str, *, now: datetime) -> tuple[Account, Organisation | None]:
    """Close the link of a sign-up: its reader has an account, and manages the organisation.

    The organisation is None when the link was for an account alone, or when the organisation is
    gone. Raise LinkExpiredError for a link that cannot be used.
    """
    account, details = confirm_account(session, secret, now=now)
    organisation = find_organisation(session, details.get(ORGANISATION, ""))
    if organisation is not None:
        organisations.activate(session, organisation, account, now=now)
    return account, organisation


def _with_contact(content: WorkplaceContent, organisation: Organisation) -> WorkplaceContent:
    """Let the organisation's contact be that of a workplace that names none."""
    if content.contact_name or content.contact_email or content.contact_phone:
        return content
    return content.changed(
        contact_name=organisation.contact_name,
        contact_email=organisation.contact_email,
        contact_phone=organisation.contact_phone,
    )
