"""Every engine gives the same answer, down to the order, as one that is too simple to be wrong."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest

from tests.support import random_search, reference
from tests.support.fts5 import Fts5
from webapp.search.facets import Facet

DOCUMENTS, QUERIES, FEWER = 80, 2_000, 100


@pytest.fixture
def engine(each_engine):
    return each_engine


@cache
def answered(seed):
    """Return documents, and queries with the right answers: worked out once for all engines."""
    random = Random(seed)
    documents = random_search.documents(random, DOCUMENTS)
    queries = random_search.queries(random, QUERIES)
    return documents, [(query, reference.answer(documents, query)) for query in queries]


def test_every_engine_answers_as_the_simplest_one(each_quick_engine):
    documents, answers = answered(1)
    each_quick_engine.put(documents)
    for query, answer in answers:
        assert each_quick_engine.search(query) == answer, query


def test_it_still_does_after_changes(engine):
    random = Random(3)
    before = random_search.documents(random, DOCUMENTS)
    after = {each.workplace_id: each for each in before}
    engine.put(before)
    for change in random_search.documents(random, 40)[::2]:
        engine.put([change])
        after[change.workplace_id] = change
    gone = [5, 15, 50, 100]
    engine.remove(gone)
    left = [each for key, each in after.items() if key not in gone]
    for query in random_search.queries(random, FEWER):
        assert engine.search(query) == reference.answer(left, query), query


def test_what_is_fresh_counts_in_place_of_what_the_index_holds(engine):
    random = Random(4)
    indexed = random_search.documents(random, DOCUMENTS)
    fresh = random_search.documents(random, DOCUMENTS + 10)[-15:]
    engine.put(indexed)
    now = {each.workplace_id: each for each in [*indexed, *fresh]}
    for query in random_search.queries(random, FEWER):
        answer = engine.search(replace(query, fresh=tuple(fresh)))
        assert answer == reference.answer(now.values(), query), query


def test_the_full_text_search_of_sqlite_finds_as_many():
    documents, answers = answered(1)
    third = Fts5(documents)
    for query, answer in answers:
        everything = replace(query, words=(), chosen={}, page=1, per_page=DOCUMENTS)
        ids = {hit.workplace_id for hit in reference.answer(documents, everything).hits}
        matching = third.matching(query.words)
        candidates = ids if matching is None else ids & matching
        fitting = {facet: third.fitting(facet, values) for facet, values in query.chosen.items()}
        assert answer.total == len(candidates.intersection(*fitting.values()))
        for facet in Facet:
            others = [found for each, found in fitting.items() if each is not facet]
            counted = candidates.intersection(*others)
            assert answer.facets[facet] == third.counts(facet, counted)
