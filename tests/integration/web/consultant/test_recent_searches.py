"""A consultant keeps the searches of the last hours apart by a label of their own."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests.support import html
from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import RoleName
from webapp.search.models import ConsultantSearch

pytestmark = pytest.mark.usefixtures("offers")
SEARCH, FORGET = "Zoek werkplekken", "Wis nu"


def search(client, postcode, label="", **values):
    client.get("/consulent")
    return client.submit(SEARCH, postcode=postcode, kenmerk=label, **values)


def recent(client):
    return html.texts_with_class(client.get("/consulent").tree, "a", inside="task-list")


def test_a_consultant_goes_on_with_a_search_of_before(consultant):
    search(consultant, "6922 ZX", "mevrouw B.", q="tuin")
    address = consultant.submit("Filters toepassen", sorteer="naam").url
    search(consultant, "6901")
    assert recent(consultant) == ["Inwoner in 6901", "mevrouw B."]
    assert "met “tuin” in Duiven en buurgemeenten" in consultant.page.main_text
    page = consultant.follow("mevrouw B.")
    assert page.url == address
    assert 'value="mevrouw B."' in page.response.text
    assert 'value="6922"' in page.response.text


def test_searching_on_for_one_client_stays_one_line(consultant):
    search(consultant, "6922 ZX", "mevrouw B.")
    consultant.submit(SEARCH, q="fietsen", gebied="afstand", km="25")
    assert recent(consultant) == ["mevrouw B."]
    assert "Werkplekken met “fietsen” binnen 25 km van de inwoner." in consultant.page.main_text


def test_a_search_is_forgotten_at_once_when_the_consultant_says_so(consultant, database):
    address = search(consultant, "6922 ZX", "mevrouw B.").url
    consultant.get("/consulent")
    page = consultant.submit(FORGET)
    assert "De zoekopdracht is gewist." in page.main_text
    assert recent(consultant) == []
    consultant.get(address, status=404)
    with database.reading() as session:
        assert session.scalars(select(ConsultantSearch)).all() == []


def test_after_eight_hours_nothing_is_listed(consultant, app):
    del app
    search(consultant, "6922 ZX", "mevrouw B.")
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=8, minutes=1), tick=False):
        assert recent(consultant) == []


def test_a_colleague_sees_and_forgets_nothing_of_it(consultant, app):
    address = search(consultant, "6922 ZX", "mevrouw B.").url.split("?")[0]
    colleague = staff_member(app, RoleName.CONSULTANT)
    assert recent(colleague) == []
    search(colleague, "6901")
    colleague.get("/consulent")
    colleague.post_raw(
        f"{address}/wissen", {"csrf_token": html.csrf_token(colleague.page.tree)}, status=303
    )
    assert recent(consultant) == ["mevrouw B."]


def test_only_who_searches_for_this_municipality_forgets_or_shares(consultant, app, visitor):
    address = search(consultant, "6922 ZX").url.split("?")[0]
    for stranger in (visitor, staff_member(app, RoleName.CONSULTANT, ARNHEM)):
        for action in ("wissen", "delen"):
            stranger.post_raw(f"{address}/{action}", {}, status=400)
        assert stranger.raw(f"{address}/vergelijk").status_code in {303, 403}


def test_a_label_that_is_too_long_is_told_and_the_rest_is_kept(consultant):
    consultant.get("/consulent")
    page = consultant.submit(SEARCH, postcode="6922", kenmerk="x" * 61, q="tuin", status=422)
    assert "Maak het kenmerk korter: hooguit 60 tekens." in page.main_text
    assert page.title.startswith("Fout:")
    assert 'value="tuin"' in page.response.text
    assert "x" * 61 in page.response.text
    assert recent(consultant) == []
