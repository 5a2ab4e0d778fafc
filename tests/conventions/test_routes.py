"""Every route: marked for access, in Dutch, and in the list."""

import re
from pathlib import Path

import pytest

from webapp.web.health import blueprint as health
from webapp.web.site import WATCHED_PATHS

ROUTES = Path(__file__).parent / "routes.txt"
_PART = re.compile(r"\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|<(\w+:)?\w+>(-<(\w+:)?\w+>)?")
_ENDPOINT = re.compile(r"[a-z]+\.[a-z]+(_[a-z]+)*")


@pytest.fixture
def rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def test_every_endpoint_is_marked_for_access(app, rules):
    unmarked = {
        rule.endpoint
        for rule in rules
        if not hasattr(app.view_functions[rule.endpoint], "access_rule")
        and not rule.endpoint.startswith(f"{health.name}.")
    }
    assert unmarked == set()


def test_addresses_are_kebab_case(rules):
    for rule in rules:
        parts = [part for part in rule.rule.split("/") if part]
        assert all(_PART.fullmatch(part) for part in parts), rule.rule
        assert rule.rule == "/" or not rule.rule.endswith("/"), rule.rule


def test_endpoints_are_named_by_audience_and_noun(rules):
    assert [rule.endpoint for rule in rules if not _ENDPOINT.fullmatch(rule.endpoint)] == []


def test_nothing_changes_by_get(app, rules):
    """A view that also answers GET must not be one that only acts."""
    for rule in rules:
        if {"GET", "POST"} <= rule.methods:
            assert not getattr(app.view_functions[rule.endpoint], "writes", False), rule.endpoint


def test_the_list_of_routes_is_up_to_date(rules):
    """`routes.txt` shows a reader, and a reviewer of a change, every door of the site."""
    lines = sorted(
        f"{rule.rule} {','.join(sorted(rule.methods - {'HEAD', 'OPTIONS'}))} {rule.endpoint}"
        for rule in rules
    )
    assert ROUTES.read_text(encoding="utf-8").splitlines() == lines


def test_what_watches_the_processes_is_the_only_thing_outside_access(rules):
    assert {rule.rule for rule in rules if rule.endpoint.startswith("health.")} == WATCHED_PATHS
