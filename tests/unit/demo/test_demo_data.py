"""The demonstration's sectors, organisations, residents and staff: fictional, and complete."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.demo_data import (
    ACCOUNTS,
    ORGANISATION_BY_KEY,
    ORGANISATIONS,
    PLACES,
    POSTCODES,
    REGISTRATIONS,
    SECTOR_KEYS,
    SECTORS,
    TAKING_PART,
    WORKPLACES,
)
from webapp.accounts.models import RoleName
from webapp.organisations.models import MemberRole, OrganisationStatus
from webapp.registrations.models import FilledInBy, RegistrationStatus
from webapp.workplaces.vocabulary import DAY_PARTS

ICONS = {
    *("leaf", "wood", "bicycle", "kitchen", "animal", "box", "broom", "recycle"),
    *("plant", "shop", "care", "office", "palette", "wrench", "bus", "euro"),
}

every_registration = pytest.mark.parametrize(
    "registration", REGISTRATIONS, ids=lambda item: item["name"]
)


def texts(value: object) -> Iterator[str]:
    """Every text anywhere in `value`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_every_sector_has_its_own_key_and_name_and_a_known_icon() -> None:
    assert len(SECTOR_KEYS) == len({sector["name"] for sector in SECTORS}) == len(SECTORS)
    assert {sector["icon"] for sector in SECTORS} <= ICONS


def test_every_organisation_has_a_manager_and_a_known_status() -> None:
    assert len(ORGANISATION_BY_KEY) == len(ORGANISATIONS)
    for organisation in ORGANISATIONS:
        assert organisation["status"] in set(OrganisationStatus)
        assert organisation["municipality"] in TAKING_PART
        roles = {member["role"] for member in organisation["members"]}
        assert MemberRole.MANAGER in roles
        assert roles <= set(MemberRole)


def test_every_kvk_number_is_visibly_fictional() -> None:
    numbers = [item["kvk_number"] for item in ORGANISATIONS if "kvk_number" in item]
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) == 8 and number[:4] in {"0000", "9999"} for number in numbers)


def test_every_mail_and_web_address_is_fictional() -> None:
    everything = [*ORGANISATIONS, *WORKPLACES, *REGISTRATIONS, *ACCOUNTS]
    written = [word for text in texts(everything) for word in text.split()]
    addresses = [word for word in written if "@" in word or word.startswith("http")]
    assert addresses
    assert [word for word in addresses if not word.endswith(".example")] == []


@every_registration
def test_a_registration_asks_no_more_than_the_whitelist(registration: dict[str, Any]) -> None:
    asked = {
        *("municipality", "filled_in_by", "helper_name", "name", "email", "phone"),
        "agreed_with",
        *("postcode", "place"),
        *("sectors", "wishes", "day_parts", "needs", "status", "stop_reason", "days_ago"),
        "message",
    }
    assert set(registration) <= asked
    assert "email" in registration or "phone" in registration
    assert registration["filled_in_by"] in set(FilledInBy)
    assert ("helper_name" in registration) == (registration["filled_in_by"] != FilledInBy.SELF)
    is_by_consultant = registration["filled_in_by"] == FilledInBy.CONSULTANT
    assert bool(registration.get("agreed_with")) == is_by_consultant
    assert registration["status"] in set(RegistrationStatus)
    assert set(registration["sectors"]) <= SECTOR_KEYS
    assert set(registration["day_parts"]) <= set(DAY_PARTS)


@every_registration
def test_a_resident_lives_in_the_municipality_that_is_asked(registration: dict[str, Any]) -> None:
    code = registration["municipality"]
    assert code in TAKING_PART
    if "postcode" in registration:
        assert POSTCODES[registration["postcode"]][1] == code
    else:
        assert (registration["place"], code) in PLACES


def test_every_role_has_an_account_and_one_person_has_several() -> None:
    roles = [role for account in ACCOUNTS for role in account["roles"]]
    assert {role["role"] for role in roles} == set(RoleName)
    for role in roles:
        assert role.get("municipality") in (
            {None} if role["role"] == RoleName.ADMINISTRATOR else TAKING_PART
        )
    assert any(len(account["roles"]) > 2 for account in ACCOUNTS)


def test_every_account_has_its_own_address() -> None:
    members = [member["email"] for item in ORGANISATIONS for member in item["members"]]
    staff = [account["email"] for account in ACCOUNTS]
    assert len({*members, *staff}) == len(members) + len(staff)
