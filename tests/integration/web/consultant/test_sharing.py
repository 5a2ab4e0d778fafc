"""What a consultant shares or leaves behind tells nothing about the client."""

import re
from urllib.parse import unquote_plus

import pytest
from structlog.testing import capture_logs

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import staff_member
from webapp.accounts.models import RoleName

WHERE, LABEL = "6922 ZX", "mevrouw Zonnebloem"
SECRETS = re.compile(r"6922|zonnebloem", re.IGNORECASE)
SEARCH, SHARE, COMPARE = "Zoek werkplekken", "Deel deze lijst", "Vergelijk wat je aanvinkte"


def search(client, sort="", **values):
    client.get("/consulent")
    client.submit(SEARCH, **{"postcode": WHERE, "kenmerk": LABEL, **values})
    return client.submit("Filters toepassen", sorteer=sort)


def link_to_copy(page):
    inputs = html.all_of(page.tree, "input")
    return next(each.get("value") for each in inputs if each.get("id") == "link")


def titles(page):
    return html.texts_with_class(page.tree, "h3", inside="card")


@pytest.mark.usefixtures("offers")
def test_a_shared_list_opens_for_anyone_and_says_so_when_it_is_another_area(consultant, app):
    search(consultant, "afstand", q="fietsen", gebied="afstand", km="25")
    page = consultant.submit(SHARE)
    assert "Jij zocht op afstand van de inwoner." in page.main_text
    assert page.response.headers["Cache-Control"] == "no-store"
    link = link_to_copy(page)
    assert link == "http://duiven.localhost:5000/werkplekken?q=fietsen"
    opened = PageClient(app).get(link)
    assert opened.heading == "1 werkplek met “fietsen” in Duiven en buurgemeenten"
    page = consultant.follow("Terug naar de lijst")
    assert "sorteer=afstand" in page.url
    assert titles(page) == ["Fietsen in Zevenaar"]


@pytest.mark.usefixtures("offers")
def test_what_does_not_tell_of_the_client_is_shared_as_it_was(consultant, app):
    search(consultant, gebied="gemeente")
    consultant.submit(SEARCH, dagdeel=["ochtend"], sorteer="naam")
    page = consultant.submit(SHARE)
    assert "Jij zocht op afstand" not in page.main_text
    link = link_to_copy(page)
    assert link.endswith("/werkplekken?gebied=gemeente&dagdeel=ochtend&sorteer=naam")
    assert titles(PageClient(app).get(link)) == ["Tuin in Duiven"]


@pytest.mark.usefixtures("offers")
def test_a_search_that_is_gone_is_not_shared(consultant):
    search(consultant)
    gone = "/consulent/zoeken/bestaatniet/delen"
    token = html.csrf_token(consultant.page.tree)
    assert consultant.post_raw(gone, {"csrf_token": token}, status=404)


def test_workplaces_are_compared_by_their_distance_to_the_client(consultant, offers):
    listed = search(consultant, "naam").url
    page = consultant.submit(COMPARE, id=offers)
    assert "Afstand, rechte lijn" in page.main_text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert consultant.follow("Terug naar de lijst").url == listed
    consultant.get("/consulent/zoeken/bestaatniet/vergelijk", status=404)


def test_from_the_page_of_a_workplace_a_consultant_goes_back_to_the_list(consultant, offers):
    del offers
    listed = search(consultant, "naam").url
    consultant.follow("Tuin in Duiven")
    assert consultant.follow("Terug naar de werkplekken").url == listed


@pytest.mark.parametrize("secure", [False, True])
def test_where_a_client_lives_and_the_label_are_nowhere_but_on_the_own_pages(
    app, offers, caplog, secure
):
    """Not in an address, a title, a header, a log line, or on a page of somebody else.

    Over TLS too: there the referrer is checked with each form, so it must go along.
    """
    consultant = staff_member(app, RoleName.CONSULTANT)
    colleague = staff_member(app, RoleName.CONSULTANT)
    consultant.secure = secure
    caplog.set_level("DEBUG")
    with capture_logs() as events:
        search(consultant, "afstand", gebied="afstand", km="50")
        consultant.submit(COMPARE, id=offers)
        consultant.follow("Terug naar de lijst")
        consultant.submit(SEARCH, trede=["2"], q="bestaat-niet")
        consultant.get("/consulent")
        consultant.follow(LABEL)
        search(consultant)
        consultant.submit(SHARE)
        shared = link_to_copy(consultant.page)
        consultant.follow("Bekijk wat een ander ziet")
        colleague.get("/consulent")
        search(colleague, postcode="6901", kenmerk="")
        visitor = PageClient(app).get(shared)
    for page in consultant.pages:
        kept = [page.url, page.title, *page.links.values(), str(page.response.headers)]
        assert not SECRETS.search(unquote_plus(" ".join(kept)))
        assert page.response.headers["Cache-Control"] == "no-store"
    for page in (*colleague.pages, visitor):
        assert not SECRETS.search(unquote_plus(page.response.text))
    assert not SECRETS.search(unquote_plus(str(events) + caplog.text))
