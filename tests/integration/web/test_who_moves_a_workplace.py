"""Every status of a workplace, everything that is done with one, every kind of person.

What the pages do is held against a table written down here once more, apart from the code. What
only follows on something else (superseding, restoring) has no page of its own.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.support import html
from tests.support.mails import SITE
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, DUIVEN, database_of, make_account, sign_in
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.moderation import operations
from webapp.organisations.models import MemberRole, Membership
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion

MODERATOR = Actor(account_id=None, name="Mo Moderator")
REASON = "Daarom doen we dat."
PROVIDERS = ("manager", "employee")
PEOPLE = (
    *("anonymous", *PROVIDERS, "provider elsewhere", "consultant", "moderator"),
    *("moderator elsewhere", "administrator"),
)


@dataclass(frozen=True)
class Act:
    """Something that is done with a workplace on a page: by whom, and what comes of it."""

    path: str
    people: tuple[str, ...]
    leads: dict[str, str]
    is_of_a_change: bool = False
    is_afterwards: bool = False


_DECIDED = ("approved", "returned", "rejected")
ACTS = {
    "hand in": Act(
        "/aanbieder/werkplekken/{}/indienen",
        PROVIDERS,
        dict.fromkeys(("draft", "returned", "withdrawn"), "submitted"),
    ),
    "withdraw": Act(
        "/aanbieder/werkplekken/{}/intrekken",
        PROVIDERS,
        dict.fromkeys(("draft", "submitted", *_DECIDED), "withdrawn"),
    ),
    "take back": Act(
        "/aanbieder/werkplekken/{}/wijziging-terugnemen",
        PROVIDERS,
        dict.fromkeys(("draft", "submitted", "returned"), "withdrawn"),
        is_of_a_change=True,
    ),
    "approve": Act(
        "/moderatie/werkplekken/{}/goedkeuren", ("moderator",), {"submitted": "approved"}
    ),
    "return": Act(
        "/moderatie/werkplekken/{}/terugsturen", ("moderator",), {"submitted": "returned"}
    ),
    "reject": Act("/moderatie/werkplekken/{}/afwijzen", ("moderator",), {"submitted": "rejected"}),
    "take off": Act(
        "/moderatie/werkplekken/{}/intrekken",
        ("moderator",),
        dict.fromkeys(("submitted", *_DECIDED), "withdrawn"),
    ),
    "put back": Act(
        "/moderatie/werkplekken/{}/terugzetten",
        ("moderator",),
        {"approved": "returned"},
        is_afterwards=True,
    ),
    "undo": Act(
        "/moderatie/werkplekken/{}/ongedaan-maken",
        ("moderator",),
        dict.fromkeys(_DECIDED, "submitted"),
    ),
}
_DECISIONS: dict[VersionStatus, Any] = {
    VersionStatus.APPROVED: operations.approve_workplace,
    VersionStatus.RETURNED: operations.return_workplace,
    VersionStatus.REJECTED: operations.reject_workplace,
}


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("act", ACTS)
def test_a_workplace_moves_only_for_whom_and_where_the_table_says(app, act, who):
    row, wrong = ACTS[act], {}
    for status in VersionStatus:
        public_id, version_id, form = _workplace(app, status, row)
        browser = _browser(app, who, public_id)
        answer = browser.post_raw(row.path.format(public_id), form | _token(browser))
        now = _status(app, version_id)
        expected = row.leads.get(status.value) if who in row.people else None
        if now != (expected or status.value) or not _is_fitting(answer.status_code, expected):
            wrong[status.value] = (now, answer.status_code)
    assert wrong == {}


def _token(browser: PageClient) -> dict[str, str]:
    """Return what shows that a form comes from the site: any page with a form has it."""
    login, log_out = "Inloggen", "Uitloggen"
    page = browser.get("/account")
    for button in (login, log_out):
        for form, pressed in html.forms_with_button(page.tree, button):
            return {"csrf_token": html.values_of(form, pressed)["csrf_token"]}
    raise AssertionError(page.url)


def _is_fitting(code: int, expected: str | None) -> bool:
    """Tell whether an answer says what happened: 303 is also how a page sends somebody on."""
    return code == 303 if expected else code in {303, 403, 404, 409, 422}


def _workplace(app: Any, status: VersionStatus, row: Act) -> tuple[str, int, dict[str, str]]:
    """Add a workplace, or a change of one on the site, that came to `status` as it really does."""
    with database_of(app).writing() as session:
        organisation = make_organisation(session)
        workplace = make_workplace(session, organisation=organisation, status=_before(status))
        if row.is_of_a_change:
            _let_stand(session, workplace)
        version = workplace.latest_version
        if status in _DECISIONS:
            _decide(session, version, status)
        if row.is_afterwards:
            version.unseen_since = clock.now()
            session.flush()
        lock = str(version.lock)
        form = {"lock": lock, "expected_lock": lock, "reason": REASON}
        return workplace.public_id, version.id, form


def _before(status: VersionStatus) -> VersionStatus:
    return VersionStatus.SUBMITTED if status in _DECISIONS else status


def _let_stand(session: Any, workplace: Workplace) -> None:
    """Let another version than the one under test be what visitors read."""
    latest = workplace.latest_version
    latest.number = 2
    standing = WorkplaceVersion(
        number=1,
        status=VersionStatus.APPROVED,
        content=latest.content,
        municipality_code=DUIVEN,
        created_at=latest.created_at,
        changed_at=latest.created_at,
        submitted_at=latest.created_at,
        changes=[],
    )
    session.flush()
    workplace.versions.insert(0, standing)
    session.flush()
    workplace.published_version = standing
    workplace.published_at = latest.created_at
    session.flush()


def _decide(session: Any, version: WorkplaceVersion, status: VersionStatus) -> None:
    reasons = {} if status is VersionStatus.APPROVED else {"reason": REASON}
    _DECISIONS[status](
        session,
        version,
        expected_lock=version.lock,
        site=SITE,
        actor=MODERATOR,
        now=clock.now(),
        **reasons,
    )
    session.flush()


def _browser(app: Any, who: str, public_id: str) -> PageClient:
    browser = PageClient(app)
    roles = {
        "consultant": ((RoleName.CONSULTANT, DUIVEN),),
        "moderator": ((RoleName.MODERATOR, DUIVEN),),
        "moderator elsewhere": ((RoleName.MODERATOR, ARNHEM),),
        "administrator": ((RoleName.ADMINISTRATOR, None),),
    }
    if who == "anonymous":
        return browser
    with database_of(app).writing() as session:
        account = make_account(session, roles=roles.get(who, ()))
        workplace = session.query(Workplace).filter_by(public_id=public_id).one()
        own = make_organisation(session) if who == "provider elsewhere" else workplace.organisation
        if who in {*PROVIDERS, "provider elsewhere"}:
            role = MemberRole.EMPLOYEE if who == "employee" else MemberRole.MANAGER
            session.add(
                Membership(
                    account_id=account.id,
                    organisation_id=own.id,
                    role=role,
                    created_at=clock.now(),
                )
            )
    return sign_in(browser, account)


def _status(app: Any, version_id: int) -> str:
    with database_of(app).writing() as session:
        return session.get_one(WorkplaceVersion, version_id).status.value
