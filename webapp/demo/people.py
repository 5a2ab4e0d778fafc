"""The staff of the demonstration, and its organisations with their members."""

from io import BytesIO
from typing import Any

from webapp.accounts.models import Account, RoleName
from webapp.accounts.sign_up import account_for, put_into_use
from webapp.accounts.staff import Post, give_role
from webapp.core.actor import SYSTEM
from webapp.demo.files import rows
from webapp.demo.logos import LOGOS
from webapp.demo.stage import Stage
from webapp.organisations import logos
from webapp.organisations import operations as organisations
from webapp.organisations.details import OrganisationDetails
from webapp.organisations.models import MemberRole, OrganisationStatus

# One for all: nobody keeps a secret here. `passwords.check` finds it good enough.
PASSWORD = "samen-aan-de-slag"  # noqa: S105 (it is printed for who tries the site)
_STAFF_SINCE = 400
_SIGNED_UP_SINCE = 380
_NEW_SINCE = 9
_DETAILS = ("name", "kvk_number", "description", "website")
_CONTACT = ("contact_name", "contact_email", "contact_phone")


def load_staff(stage: Stage) -> None:
    """Make the accounts of the staff, each with its roles."""
    for row in rows("staff", "account"):
        account = _account(stage, row, days_ago=_STAFF_SINCE)
        for role in row["roles"]:
            code = role.get("municipality")
            post = Post(RoleName(role["role"]), code)
            give_role(stage.session, account, post, actor=SYSTEM, now=stage.ago(_STAFF_SINCE))
            stage.staff.setdefault((role["role"], code), account)


def load_organisations(stage: Stage) -> None:
    """Let the organisations sign up with their members, and be checked where they were."""
    for number, row in enumerate(rows("organisations", "organisation")):
        is_checked = row["status"] == OrganisationStatus.APPROVED
        _sign_up(stage, row, days_ago=_SIGNED_UP_SINCE - number if is_checked else _NEW_SINCE)
        if is_checked:
            _approve(stage, row, days_ago=_SIGNED_UP_SINCE - number - 2)
        _put_logo(stage, row)


def _sign_up(stage: Stage, row: dict[str, Any], *, days_ago: float) -> None:
    now = stage.ago(days_ago)
    members = [(member, _account(stage, member, days_ago=days_ago)) for member in row["members"]]
    manager = next(account for member, account in members if member["role"] == MemberRole.MANAGER)
    organisation = organisations.register(
        stage.session,
        OrganisationDetails(**{name: row.get(name, "") for name in (*_DETAILS, *_CONTACT)}),
        municipality_code=row["municipality"],
        actor=manager.actor,
        now=now,
    )
    for member, account in members:
        if member["role"] == MemberRole.MANAGER:
            organisations.activate(stage.session, organisation, account, now=now)
        else:
            organisations.add_member(
                stage.session, organisation, account, actor=manager.actor, now=now
            )
    stage.organisations[row["key"]] = organisation
    stage.managers[row["key"]] = manager


def _approve(stage: Stage, row: dict[str, Any], *, days_ago: float) -> None:
    organisation = stage.organisations[row["key"]]
    organisations.approve(
        stage.session,
        organisation,
        expected_version=organisation.version,
        actor=stage.staff_actor("moderator", row["municipality"]),
        now=stage.ago(days_ago),
    )


def _put_logo(stage: Stage, row: dict[str, Any]) -> None:
    """Let the manager put the logo there, if there is one and a place to keep files."""
    if stage.uploads is None or "logo" not in row:
        return
    key, width, height = stage.uploads.take_logo(BytesIO(LOGOS[row["logo"]]()))
    logos.put(
        stage.session,
        stage.organisations[row["key"]],
        key=key,
        width=width,
        height=height,
        actor=stage.managers[row["key"]].actor,
        now=stage.ago(_NEW_SINCE),
    )


def _account(stage: Stage, row: dict[str, Any], *, days_ago: float) -> Account:
    now = stage.ago(days_ago)
    account = account_for(stage.session, email=row["email"], name=row["name"], now=now)
    if not account.is_confirmed:
        put_into_use(account, name=row["name"], password=PASSWORD, now=now)
    return account
