"""Pages over HTTP: how many a second, how large, and with how many statements of SQL."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle, islice
from pathlib import Path
from statistics import mean, median

from flask import Flask
from sqlalchemy import select

from tests.bench.corpus import Corpus
from tests.bench.grounds import Ground
from tests.bench.load import Rate, Target, rate
from tests.bench.questions import Kind, questions
from tests.bench.searching import fullest
from tests.bench.serving import Server, serving
from tests.support.statements import counted_statements
from webapp.core.db import Database
from webapp.core.text import slugify
from webapp.web.ports import Ports
from webapp.workplaces.models import Workplace, WorkplaceVersion

# The floor that the aims were set by.
SMALL_FLOOR = 13_000
_API = "/api/v1/werkplekken"
_CANDIDATES, _SEARCHES, _DETAILS = 300, 200, 300
_SAMPLE = 20
_FLOOR_HOST = "localhost"
_MANY = "perPagina=100"
# A name that the site does not know makes an address that nobody asked for before.
_NUMBER, _NEW = "nr", 5_000


class Page(StrEnum):
    """A page that is measured; the value is what the table calls it."""

    SEARCH = "search page"
    NEW = "search page, each address for the first time"
    DETAIL = "detail page"
    HOME = "home page"
    API = "API"


@dataclass(frozen=True)
class PageRate:
    """How a page does beside a floor of its own size; sizes are in bytes."""

    rate: Rate
    floor: Rate
    size: int
    largest: int


@dataclass(frozen=True)
class Statements:
    """How many statements of SQL a page took: the median, and the most."""

    usual: int
    most: int


@dataclass(frozen=True)
class Served:
    """What was measured over HTTP.

    `cards` is the mean number on a search page, and `memory` that of each web process in MB after
    all.
    """

    pages: Mapping[Page, PageRate]
    small_floor: Rate
    cards: float
    memory: list[float]


@dataclass(frozen=True)
class Targets:
    """What is asked for, by page; the host has no port yet."""

    by_page: Mapping[Page, Sequence[Target]]
    cards: float


def targets(ports: Ports, corpus: Corpus) -> Targets:
    """Return hundreds of different addresses on all sites that take part.

    Of many searches those with the fullest pages are taken, because those cost most.
    """
    kinds = (Kind.COMMON, Kind.TWO, Kind.NONE)
    asked = [each for kind in kinds for each in questions(corpus, kind, _CANDIDATES)]
    found = fullest(ports, asked, _SEARCHES)
    chosen = [question for question, _ in found]
    with ports.database.reading() as session:
        published = session.execute(
            select(Workplace.municipality_code, Workplace.public_id, WorkplaceVersion.content)
            .join(Workplace.published_version)
            .where(Workplace.municipality_code.in_(corpus.hosts))
            .order_by(Workplace.id.desc())
            .limit(_DETAILS)
        ).all()
    return Targets(
        {
            Page.SEARCH: [(each.slug, each.path()) for each in chosen],
            Page.NEW: [
                (each.slug, _with(each.path(), f"{_NUMBER}={number}"))
                for number, each in enumerate(islice(cycle(chosen), _NEW))
            ],
            Page.DETAIL: [
                (corpus.hosts[code], f"/werkplekken/{slugify(content.title)}-{public_id}")
                for code, public_id, content in published
            ],
            Page.HOME: [(slug, "/") for slug in corpus.hosts.values()],
            Page.API: [(each.slug, each.path(_API)) for each in chosen],
        },
        cards=mean(cards for _, cards in found),
    )


def statements(app: Flask, database: Database, asked: Targets) -> Mapping[Page, Statements]:
    """Count the statements that some of the pages take; of the API also with 100 rows."""
    return {
        page: _statements(app, database, some[:_SAMPLE]) for page, some in asked.by_page.items()
    }


def _statements(app: Flask, database: Database, asked: Sequence[Target]) -> Statements:
    client, counts = app.test_client(), []
    addresses = [each for target in asked for each in _few_and_many(*target)]
    for slug, address in addresses:
        client.get(_without_number(address), base_url=f"http://{slug}.localhost")
        with counted_statements(database) as sent:
            answer = client.get(address, base_url=f"http://{slug}.localhost")
        assert answer.status_code == 200, address
        counts.append(len(sent))
    return Statements(usual=round(median(counts)), most=max(counts))


def serve(ground: Ground, asked: Targets, floor_at: Path, seconds: float) -> Served:
    """Run the site and the floor, and measure one page after another beside its floor."""
    site = serving(
        "wsgi:app",
        ground.folder,
        "/healthz",
        DATA_DIR=str(ground.folder),
        DATABASE_URL=ground.database_url,
        BASE_DOMAIN="localhost",
        SECRET_KEY="only for the benchmark",
        DEMO="0",
        SEARCH_LIMIT=str(10**9),
    )
    with site as server, serving("tests.bench.floor:app", floor_at, "/1000") as floor:
        pages = {
            page: _page_rate(server, floor, _on(server, each), seconds, known=page is not Page.NEW)
            for page, each in asked.by_page.items()
        }
        return Served(
            pages=pages,
            small_floor=rate(floor, [(_FLOOR_HOST, f"/{SMALL_FLOOR}")], seconds),
            cards=asked.cards,
            memory=server.megabytes(),
        )


def _page_rate(
    server: Server, floor: Server, asked: Sequence[Target], seconds: float, *, known: bool
) -> PageRate:
    sizes = _sizes(server, asked)
    size = round(median(sizes))
    return PageRate(
        rate=rate(server, asked, seconds, known=known),
        floor=rate(floor, [(_FLOOR_HOST, f"/{size}")], seconds),
        size=size,
        largest=max(sizes),
    )


def _on(server: Server, asked: Sequence[Target]) -> list[Target]:
    return [(f"{slug}.localhost:{server.port}", path) for slug, path in asked]


def _sizes(server: Server, asked: Sequence[Target]) -> list[int]:
    """Return the sizes in bytes of some of these pages."""
    sizes = []
    for host, path in asked[-_SAMPLE:]:
        answer, body = server.get(host, path)
        assert answer.status == 200, f"{host}{path} answered {answer.status}"
        sizes.append(len(body))
    return sizes


def _without_number(address: str) -> str:
    """Return the address that all those with a number are like."""
    return re.sub(rf"[?&]{_NUMBER}=\d+", "", address)


def _few_and_many(slug: str, path: str) -> list[Target]:
    """Return the address; of what programs ask, also that with as many rows as it can have."""
    return [(slug, path), (slug, _with(path, _MANY))] if path.startswith(_API) else [(slug, path)]


def _with(path: str, parameter: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{parameter}"
