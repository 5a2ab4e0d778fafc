"""On which sites somebody has something to do."""

from dataclasses import dataclass

from webapp.accounts.models import Account, Role
from webapp.municipalities.queries import get_municipality
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.staff_roles import role_label


@dataclass(frozen=True)
class PostRow:
    """A role on a site, as its owner reads it."""

    role: str
    place: str
    url: str


def posts_of(account: Account) -> list[PostRow]:
    """Return each role of an account, with the address of the site that it is for."""
    rows = [_row(role) for role in account.roles]
    return sorted(rows, key=lambda row: (row.place, row.role))


def _row(role: Role) -> PostRow:
    settings = ports().settings
    label = role_label(role.name)
    if role.municipality_code is None:
        return PostRow(label, settings.platform_name, settings.address_of(None))
    municipality = get_municipality(db(), role.municipality_code)
    return PostRow(label, municipality.name, settings.address_of(municipality.slug))
