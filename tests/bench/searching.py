"""How long a search takes inside the application, and until a change is seen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from statistics import median, quantiles
from time import perf_counter

from tests.bench.corpus import SEED, Corpus
from tests.bench.questions import Kind, Question, questions
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.search import indexing
from webapp.search.queries import ResultPage, search
from webapp.search.request import SearchRequest
from webapp.web.ports import Ports
from webapp.workplaces import publication
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import public_of_municipality

_WARM_UP = 40


@dataclass(frozen=True)
class Latency:
    """Milliseconds in which half, 95 and 99 of each hundred searches were done."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True)
class Freshness:
    """Milliseconds from a change to when a search shows it, and to when the index holds it."""

    shown: float
    indexed: float


def ask(ports: Ports, question: Question) -> ResultPage:
    """Return the answer as a page gets it, in a session of its own."""
    with ports.database.reading() as session:
        engine = ports.search_engine.within(session)
        return search(session, engine, question.request, viewpoint=question.viewpoint)


def latency(ports: Ports, corpus: Corpus, kind: Kind, number: int) -> Latency:
    """Ask `number` different questions of a kind, after others to warm up."""
    for question in questions(corpus, kind, _WARM_UP, seed=SEED + 1):
        ask(ports, question)
    taken = [_timed(ports, question) for question in questions(corpus, kind, number)]
    percentiles = quantiles(taken, n=100)
    return Latency(percentiles[49], percentiles[94], percentiles[98])


def freshness(ports: Ports, corpus: Corpus, number: int = 20) -> Freshness:
    """Hide and show workplaces, and look each time whether a search saw it."""
    random = Random(SEED)
    taken = []
    for code in random.choices(tuple(corpus.hosts), k=number):
        with ports.database.reading() as session:
            workplace = random.choice(public_of_municipality(session, code))
        taken.append(_change(ports, workplace, publication.hide, difference=-1))
        taken.append(_change(ports, workplace, publication.show, difference=1))
    return Freshness(median(each.shown for each in taken), median(each.indexed for each in taken))


def _timed(ports: Ports, question: Question) -> float:
    begin = perf_counter()
    ask(ports, question)
    return _since(begin)


def _change(
    ports: Ports, workplace: Workplace, change: Callable[..., None], *, difference: int
) -> Freshness:
    """Do what a provider's button does, search, and do the worker's part."""
    code = workplace.municipality_code
    everything = Question(code, "", SearchRequest())
    before = ask(ports, everything).total
    begin = perf_counter()
    with ports.database.writing() as session:
        change(session, session.get_one(Workplace, workplace.id), actor=SYSTEM, now=clock.now())
    total = ask(ports, everything).total
    shown = _since(begin)
    assert total == before + difference, f"the change of {workplace.id} was not seen"
    while indexing.apply_changes(ports.database, ports.search_engine):
        pass
    return Freshness(shown, _since(begin))


def _since(begin: float) -> float:
    return (perf_counter() - begin) * 1000


def fullest(ports: Ports, asked: Iterable[Question], number: int) -> list[tuple[Question, int]]:
    """Return the questions that find most for their page, each with how many that are."""
    found = [(question, len(ask(ports, question).hits)) for question in asked]
    return sorted(found, key=lambda pair: pair[1], reverse=True)[:number]
