"""One engine at one size, from an empty database to the last measurement."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench import corpus, pages
from tests.bench.grounds import Ground
from tests.bench.pages import Page, Served, Statements
from tests.bench.questions import Kind
from tests.bench.searching import Freshness, Latency, freshness, latency
from tests.support.sites import application, settings_for
from webapp.search import indexing
from webapp.web.ports import Ports

_QUESTIONS = 300
# How many steps `measure` tells of.
STEPS = 4 + len(Kind)


@dataclass(frozen=True)
class Measured:
    """All that was measured of one engine at one size."""

    engine: str
    size: int
    build_seconds: float
    index_megabytes: float
    freshness: Freshness
    latencies: Mapping[Kind, Latency]
    statements: Mapping[Page, Statements]
    served: Served


def measure(ground: Ground, size: int, seconds: float, tell: Callable[[str], None]) -> Measured:
    """Fill the ground with `size` workplaces and measure; `tell` hears what is done next."""
    settings = settings_for(ground.database_url, ground.folder, log_level="WARNING")
    with application(settings) as app:
        ports: Ports = app.extensions["webapp"]
        tell("corpus and index")
        made = corpus.fill(ports.database, size)
        ground.settle(ports.database)
        begin = perf_counter()
        indexing.rebuild(ports.database, ports.search_engine)
        build_seconds = perf_counter() - begin
        ground.settle(ports.database)
        megabytes = ground.index_megabytes(ports.database)
        latencies = {}
        for kind in Kind:
            tell(f"searching: {kind}")
            latencies[kind] = latency(ports, made, kind, _QUESTIONS)
        tell("statements")
        targets = pages.targets(ports, made)
        statements = pages.statements(app, ports.database, targets)
        tell("pages over HTTP")
        with TemporaryDirectory(prefix="bench-") as folder:
            served = pages.serve(ground, targets, Path(folder), seconds)
        tell("changes")
        return Measured(
            engine=ground.engine,
            size=size,
            build_seconds=build_seconds,
            index_megabytes=megabytes,
            freshness=freshness(ports, made),
            latencies=latencies,
            statements=statements,
            served=served,
        )
