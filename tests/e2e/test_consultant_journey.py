"""A consultant searches for a resident, and follows up who signed up in the municipality."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.person import AT_A_DESK, ON_A_PHONE, WITH_JAVASCRIPT, WITHOUT_JAVASCRIPT, Person
from tests.support.running_site import RunningSite

_STAFF = "voorbeeldgemeente.example"


@ON_A_PHONE
@WITHOUT_JAVASCRIPT
def test_where_a_client_lives_shows_in_no_address_no_title_and_no_log(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    consultant = somebody()
    consultant.log_in(f"consulent.duiven@{_STAFF}")
    assert consultant.heading == "Werk voor inwoners"
    consultant.field("Postcode of plaats van de inwoner").fill("6923 bl")
    consultant.press("Zoek werkplekken")
    consultant.reads("ongeveer")
    private = consultant.page.url
    assert "/consulent/zoeken/" in private
    _is_nowhere(consultant, site)
    consultant.main.locator(".card-title a").first.click()
    consultant.reads("Dagen")
    _is_nowhere(consultant, site)

    colleague = somebody()
    colleague.log_in(f"moderator.duiven@{_STAFF}")
    assert _status_of(colleague, private) in {403, 404}


def _status_of(person: Person, address: str) -> int:
    answer = person.page.goto(address)
    assert answer is not None
    return answer.status


def _is_nowhere(consultant: Person, site: RunningSite) -> None:
    """Look where the postcode must not be: written with or without a space, in any case."""
    assert "6923" not in consultant.page.url
    assert "6923" not in consultant.page.title()
    output = (site.folder / "output.txt").read_text(encoding="utf-8", errors="replace")
    assert not re.search(r"6923(\s|%20|\+)*bl", output, re.IGNORECASE)


@AT_A_DESK
@WITH_JAVASCRIPT
def test_a_registration_is_followed_up_by_its_own_municipality_and_by_nobody_else(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    consultant, stranger, moderator = somebody(), somebody("arnhem"), somebody()
    consultant.log_in(f"consulent.duiven@{_STAFF}")
    consultant.open("/consulent/aanmeldingen?status=nieuw")
    consultant.main.locator("a[href^='/consulent/aanmeldingen/']").first.click()
    expect(consultant.page.get_by_role("heading", level=1)).to_contain_text("Aanmelding")
    reference = consultant.heading
    path = consultant.page.url.removeprefix(site.address("duiven", "")).split("?")[0]
    consultant.press("We doen een intake")
    consultant.reads("van “Aangemeld” naar “Intake”, door Carla Wegwijs")

    # On their own site it does not exist; on the other they may not look.
    for slug, status in (("arnhem", 404), ("duiven", 403)):
        stranger.slug = slug
        stranger.log_in(f"consulent.arnhem@{_STAFF}")
        assert _status_of(stranger, site.address(slug, path)) == status
        stranger.does_not_read(reference)

    moderator.log_in(f"moderator.duiven@{_STAFF}")
    moderator.open(path)
    assert moderator.heading == reference
    moderator.reads("Intake")
    moderator.press("Zet terug op “Aangemeld”")
    moderator.reads("van “Intake” naar “Aangemeld”, door Daan Keurmeester")
