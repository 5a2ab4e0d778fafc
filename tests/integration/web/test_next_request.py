"""What a provider hides or shows is gone or found in the very next request: no worker needed."""

import pytest

from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.providers import provider_with
from tests.support.search_index import bring_up_to_date
from webapp.workplaces.models import VersionStatus

TITLE = "Meewerken in de moestuin"
SEARCHES = (
    "/werkplekken",
    "/werkplekken?q=moestuin",
    "/werkplekken?gebied=afstand&postcode=6921",
    "/werkplekken/kaart?q=moestuin",
)


@pytest.fixture
def provider(app):
    """A provider of a workplace that is in the index, and another that stays in view."""
    provider_with(app, VersionStatus.APPROVED, title="Helpen in de kas")
    browser, _ = provider_with(app, VersionStatus.APPROVED)
    bring_up_to_date(app, database_of(app))
    browser.get("/aanbieder")
    return browser


def seen(app, address):
    return TITLE in PageClient(app).get(address).main_text


def answer(app, query=""):
    response = PageClient(app).client.get(
        f"/api/v1/werkplekken{query}", base_url="http://duiven.localhost:5000"
    )
    return response.get_json()


def test_a_hidden_workplace_is_gone_from_results_counts_and_api_and_back_when_shown(app, provider):
    assert all(seen(app, address) for address in SEARCHES)
    provider.submit(f"Verberg {TITLE}")
    assert not any(seen(app, address) for address in SEARCHES)
    hidden = answer(app)
    assert [each["titel"] for each in hidden["werkplekken"]] == ["Helpen in de kas"]
    assert (hidden["totaal"], hidden["facetten"]["trede"]["2"]) == (1, 1)
    # By a part of the word another is found: the answer says so, and the hidden one is not there.
    instead = answer(app, "?q=moestuin")
    assert instead["gezocht"] == {"gedeeltelijk": True}
    assert [each["titel"] for each in instead["werkplekken"]] == ["Helpen in de kas"]
    provider.submit(f"Maak zichtbaar {TITLE}")
    assert all(seen(app, address) for address in SEARCHES)
    shown = answer(app)
    assert (shown["totaal"], shown["facetten"]["trede"]["2"]) == (2, 2)


def test_hidden_for_good_and_shown_again_before_the_worker_came(app, provider):
    provider.submit(f"Verberg {TITLE}")
    bring_up_to_date(app, database_of(app))
    provider.submit(f"Maak zichtbaar {TITLE}")
    assert all(seen(app, address) for address in SEARCHES)
    bring_up_to_date(app, database_of(app))
    assert all(seen(app, address) for address in SEARCHES)
