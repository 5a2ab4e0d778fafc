"""An organisation signs up with its first workplace, and with the person who does it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.accounts import sign_up as accounts
from webapp.accounts import tokens
from webapp.accounts.models import Account
from webapp.accounts.queries import get_account
from webapp.core.actor import Actor
from webapp.core.text_rules import name_problem
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
    account = accounts.account_for(session, email=application.email, name=application.name, now=now)
    accounts.request_confirmation(
        session,
        account,
        name=application.name,
        organisation_name=_name_in_mail(organisation),
        details={ORGANISATION: organisation.public_id},
        site=site,
        now=now,
    )
    return organisation


@dataclass(frozen=True)
class SignUp:
    """What a link confirms: whose account it is, and the organisation (None: it is gone)."""

    account: Account
    organisation: Organisation | None

    @property
    def is_for_new_account(self) -> bool:
        """Whether a password must be chosen: an account in use keeps its own."""
        return not self.account.is_confirmed


def get_sign_up(session: Session, secret: str, *, now: datetime) -> SignUp:
    """Return the sign-up behind a link, or raise LinkExpiredError."""
    token = tokens.get_open(session, secret, accounts.PURPOSE, now=now)
    return SignUp(get_account(session, token.account_id), _organisation_in(session, token.details))


def confirm(session: Session, secret: str, *, password: str = "", now: datetime) -> SignUp:
    """Close the link of a sign-up: its reader has an account, and manages the organisation.

    An account that was not yet in use gets this password. Raise LinkExpiredError for a link that
    cannot be used, InvalidInputError for `password`.
    """
    account, details = accounts.confirm(session, secret, password=password, now=now)
    organisation = _organisation_in(session, details)
    if organisation is not None:
        organisations.activate(session, organisation, account, now=now)
    return SignUp(account, organisation)


def _organisation_in(session: Session, details: dict[str, Any]) -> Organisation | None:
    return find_organisation(session, details[ORGANISATION])


def _name_in_mail(organisation: Organisation) -> str:
    """Return the name for a mail that may reach a stranger: nothing that could be a message."""
    return "" if name_problem(organisation.name) else organisation.name


def _with_contact(content: WorkplaceContent, organisation: Organisation) -> WorkplaceContent:
    """Let the organisation's contact be that of a workplace that names none."""
    if content.contact_name or content.contact_email or content.contact_phone:
        return content
    return content.changed(
        contact_name=organisation.contact_name,
        contact_email=organisation.contact_email,
        contact_phone=organisation.contact_phone,
    )
