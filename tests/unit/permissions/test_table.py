"""Who may do what: the whole table, refusals included."""

import pytest

from webapp.accounts.models import RoleName
from webapp.organisations.models import MemberRole
from webapp.permissions.principal import Principal
from webapp.permissions.table import TABLE, Permission, Subject, is_allowed

HERE, THERE = "GM0226", "GM0202"
MINE, THEIRS = 1, 2


def person(*roles, memberships=()):
    return Principal(
        account_id=1,
        public_id="sanne",
        name="Sanne",
        email="sanne@voorbeeld.example",
        roles=frozenset(roles),
        memberships=frozenset(memberships),
    )


PEOPLE = {
    "somebody": person(),
    "moderator here": person((RoleName.MODERATOR, HERE)),
    "moderator there": person((RoleName.MODERATOR, THERE)),
    "consultant here": person((RoleName.CONSULTANT, HERE)),
    "consultant there": person((RoleName.CONSULTANT, THERE)),
    "administrator": person((RoleName.ADMINISTRATOR, None)),
    "manager": person(memberships=[(MINE, MemberRole.MANAGER)]),
    "employee": person(memberships=[(MINE, MemberRole.EMPLOYEE)]),
}
EVERYONE = set(PEOPLE)
MEMBERS = {"manager", "employee"}
SUBJECTS = {
    "here": Subject(municipality_code=HERE),
    "my organisation": Subject(municipality_code=HERE, organisation_id=MINE),
    "their organisation": Subject(municipality_code=HERE, organisation_id=THEIRS),
    "the platform": Subject(),
}
# Who may, for each permission and subject; whoever is not named may not.
ALLOWED = {
    (Permission.OFFER_WORKPLACES, "here"): MEMBERS,
    (Permission.OFFER_WORKPLACES, "my organisation"): MEMBERS,
    (Permission.OFFER_WORKPLACES, "the platform"): MEMBERS,
    (Permission.MANAGE_ORGANISATION, "my organisation"): {"manager"},
    **{
        (permission, subject): {"moderator here"}
        for permission in (
            Permission.MODERATE,
            Permission.ALLOW_EXCEPTIONS,
            Permission.EDIT_CONTENT,
        )
        for subject in ("here", "my organisation", "their organisation")
    },
    **{
        (permission, subject): {"moderator here", "consultant here"}
        for permission in (
            Permission.SEARCH_FOR_CLIENT,
            Permission.FOLLOW_REGISTRATIONS,
            Permission.FOLLOW_PLACEMENTS,
        )
        for subject in ("here", "my organisation", "their organisation")
    },
    **{
        (Permission.INVITE_STAFF, subject): {"moderator here", "administrator"}
        for subject in ("here", "my organisation", "their organisation")
    },
    (Permission.INVITE_STAFF, "the platform"): {"administrator"},
    **{(Permission.ADMINISTER, subject): {"administrator"} for subject in SUBJECTS},
    **{(Permission.HAVE_ACCOUNT, subject): EVERYONE for subject in SUBJECTS},
}


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("permission", Permission)
def test_a_person_may_what_the_table_says_and_nothing_else(permission, subject, who):
    expected = who in ALLOWED.get((permission, subject), set())
    assert is_allowed(PEOPLE[who], permission, SUBJECTS[subject]) == expected


def test_every_permission_has_a_line_in_the_table():
    assert set(TABLE) == set(Permission)
