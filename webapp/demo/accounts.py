"""With whose account to try the site."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from webapp.accounts.queries import find_by_email
from webapp.demo.files import rows

# Providers with something to see: a returned workplace, a waiting change, six workplaces, an
# organisation that waits, and a hidden workplace.
_PROVIDERS = (
    "moestuinderij-de-ploegschaar",
    "pakhuis-zuiderlicht",
    "stichting-de-zes-linden",
    "imkerij-zoemhof",
    "decorwerkplaats-het-achterdoek",
)


@dataclass(frozen=True)
class DemoAccount:
    """An account to log in with on the site of a municipality (code None: the platform's own)."""

    email: str
    roles: str
    municipality_code: str | None


def accounts(session: Session) -> list[DemoAccount]:
    """Return the accounts worth trying; none when the demonstration was not loaded."""
    found = [*_staff(), *_providers()]
    return found if find_by_email(session, found[0].email) else []


def _staff() -> Iterator[DemoAccount]:
    for row in rows("staff", "account"):
        roles: dict[str | None, list[str]] = defaultdict(list)
        for role in row["roles"]:
            roles[role.get("municipality")].append(role["role"])
        for code, names in roles.items():
            yield DemoAccount(row["email"], " and ".join(names), code)


def _providers() -> Iterator[DemoAccount]:
    organisations: dict[str, dict[str, Any]] = {
        row["key"]: row for row in rows("organisations", "organisation")
    }
    for key in _PROVIDERS:
        row = organisations[key]
        yield DemoAccount(
            row["members"][0]["email"], f"provider, {row['name']}", row["municipality"]
        )
