"""All pages that residents read: the one list, made by walking past them.

Which there are follows from the routes: what an endpoint is called, and those of `ALSO`.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import Flask
from sqlalchemy import select

from tests.support.page_client import Page, PageClient
from tests.support.people import database_of
from tests.support.resident_signup import (
    NEXT,
    SEND,
    WITHDRAW,
    begin,
    private_link,
    reach_agreement,
    reach_check,
    reach_contact,
    sign_up,
)
from tests.support.shortlists import shared_list
from webapp.core import clock
from webapp.languages.catalogues import DUTCH, Language
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.trajectories.fit import Age, Alone, Will, Wish

ALSO = {
    "public.home",
    "public.contact",
    "public.cookies",
    "public.faq",
    "public.privacy",
    "public.search",
    "public.workplace",
}
_GO_ON = "Ga verder"
_SEND = "Verstuur je bericht"


def endpoints(app: Flask) -> set[str]:
    """Return the endpoints of the pages that residents read."""
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and (rule.endpoint.startswith(("public.resident", "public.saved")) or rule.endpoint in ALSO)
    }


def endpoint_of(app: Flask, page: Page) -> str:
    """Return the endpoint of a page."""
    parts = urlsplit(page.url)
    path = re.sub(r"^/[a-z]{2}(?=/)", "", parts.path)
    name, _values = app.url_map.bind(parts.netloc).match(path, "GET")
    return str(name)


def walk(app: Flask, language: Language = DUTCH) -> Iterator[Page]:
    """Come past each page that residents read, in all its states, with what is wrong as well."""
    for visit in _VISITS:
        visitor = PageClient(app, language=language)
        visit(visitor)
        yield from visitor.pages


def _explanations(visitor: PageClient) -> None:
    for path in ("/", "/inwoners", "/contact", "/cookies", "/privacy", "/veelgestelde-vragen"):
        visitor.get(path)


def _check(visitor: PageClient) -> None:
    """Come past every question, and past every advice."""
    path = "/inwoners/iets-voor-mij"
    visitor.get(path)
    visitor.submit(_GO_ON, status=422)
    for age in (Age.YOUNGER, Age.UNSURE):
        visitor.get(path)
        visitor.submit(_GO_ON, age=age)
    for alone in (Alone.PAID, Alone.VOLUNTARY, Alone.NEEDS_HELP):
        for wish in (Wish.CONTRIBUTE, Wish.MEET, Wish.STEADY):
            visitor.get(path)
            visitor.submit(_GO_ON, age=Age.WORKING)
            visitor.submit(_GO_ON, will=Will.YES)
            visitor.submit(_GO_ON, alone=alone)
            visitor.submit(_GO_ON, wish=wish)


def _pictures(visitor: PageClient) -> None:
    path, show = "/inwoners/wat-vind-ik-leuk", "Laat zien wat bij me past"
    for status, kinds, where in ((200, ["groen"], ""), (200, ["kantoor"], ""), (422, [], "Elst")):
        visitor.get(path)
        visitor.submit(show, status=status, kinds=kinds, where=where)
    visitor.submit(show, status=422, kinds=["groen"], where="Elst")
    visitor.submit(show, status=422, kinds=["groen"], where="Nergenshuizen")


def _saved(visitor: PageClient) -> None:
    """Search, look at a workplace, and save, mail and forget it."""
    visitor.get("/bewaarde-werkplekken")
    found = visitor.get("/werkplekken")
    address = next(link for link in found.links.values() if "/werkplekken/m" in link)
    visitor.get(address)
    visitor.follow("Bewaar deze werkplek")
    visitor.submit("Ja, bewaar op dit apparaat")
    visitor.follow("Mail deze lijst")
    visitor.submit("Mail de lijst", status=422, to="")
    visitor.submit("Mail de lijst", to="hulp@voorbeeld.nl")
    visitor.get(address)
    visitor.follow("Bewaar deze werkplek")
    visitor.get("/bewaarde-werkplekken")
    visitor.submit("Vergeet mijn hele lijst")


def _begun(visitor: PageClient) -> None:
    """Go on to the last question, look at the start again, and forget an answer."""
    reach_contact(visitor)
    visitor.get("/inwoners/aanmelden/op-papier")
    visitor.get("/inwoners/aanmelden?werk=hout")
    visitor.get("/inwoners/aanmelden/contact")
    visitor.submit(NEXT, status=422)


def _not_fitting(visitor: PageClient) -> None:
    """Fill in nothing, and then that the condition is not met, for somebody else."""
    begin(visitor)
    visitor.submit(NEXT, status=422)
    visitor.submit(NEXT, filled_in_by="other", helper_name="Bo")
    visitor.submit(NEXT, meets_age_condition="no")


def _by_consultant(visitor: PageClient) -> None:
    """Be asked with whom it was agreed: give no answer, one that is too long, and one that fits."""
    reach_agreement(visitor)
    visitor.submit(NEXT, status=422)
    visitor.submit(NEXT, agreed_with="x" * 201, status=422)
    visitor.submit(NEXT, agreed_with="De mentor")


def _by_telephone(visitor: PageClient) -> None:
    reach_check(visitor, email="", phone="06 12 34 56 78", residence="Arnhem")
    visitor.submit(SEND)


def _full(visitor: PageClient, link: str) -> None:
    """Write until no more can be sent today, and once more from a page that was open."""
    page = visitor.get(link)
    for _number in range(4):
        visitor.get(link)
        visitor.submit(_SEND, text="En nog iets.")
    visitor.pages.append(page)
    visitor.submit(_SEND, status=422, text="Dit kan er niet meer bij.")


def _over(visitor: PageClient, link: str) -> None:
    """Look when it is over for the resident, and when it rests."""
    database = database_of(visitor.app)
    for status, restricted_at in (
        (RegistrationStatus.COMPLETED, None),
        (RegistrationStatus.NEW, clock.now()),
        (RegistrationStatus.NEW, None),
    ):
        with database.writing() as session:
            found = session.scalars(select(Registration)).all()[-1]
            found.status, found.restricted_at = status, restricted_at
        visitor.get(link)


def _own_registration(visitor: PageClient) -> None:
    sign_up(visitor)
    link = private_link(visitor)
    for path in ("/gegevens", ""):
        visitor.get(link + path)
    for text, status in (("", 422), ("x" * 1001, 422), ("Mag ik iets vragen?", 200)):
        visitor.submit(_SEND, status=status, text=text)
    _full(visitor, link)
    _over(visitor, link)
    visitor.get("/inwoners/aanmelding/onbekend", status=404)
    visitor.get(f"{link}/stoppen")
    visitor.submit(WITHDRAW)


def _shared_list(visitor: PageClient) -> None:
    for gone in (0, 1, 2):
        visitor.get(shared_list(visitor.app, gone=gone))
    visitor.get("/inwoners/lijstje/onbekend", status=404)


_VISITS = (
    _explanations,
    _check,
    _pictures,
    _saved,
    _begun,
    _not_fitting,
    _by_consultant,
    _by_telephone,
    _own_registration,
    _shared_list,
)
