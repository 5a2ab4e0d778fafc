"""The database goes away in the middle of a request, at every point where that can happen."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from flask import Flask
from sqlalchemy import event, make_url

from tests.conftest import ENGINE
from tests.support import sites
from tests.support.cut_line import CutLine, cut_line
from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.providers import provider_with, stored
from webapp.workplaces.models import VersionStatus

pytestmark = pytest.mark.skipif(ENGINE != "postgresql", reason="is about PostgreSQL only")

TYPED = "Wieden, zaaien en oogsten met een klein groepje."
_STEPS = ("begin", "before_cursor_execute", "commit", "rollback")


@pytest.fixture
def line(database_url: str) -> Iterator[CutLine]:
    """The line to the database."""
    url = make_url(database_url)
    with cut_line(url.host or "127.0.0.1", url.port or 5432) as lent:
        yield lent


@pytest.fixture
def far(database, database_url, line, tmp_path) -> Iterator[Flask]:
    """The application, with the database at the other end of the line."""
    sites.let_take_part(database)
    url = make_url(database_url).set(host="127.0.0.1", port=line.port)
    with sites.application(
        sites.settings_for(url.render_as_string(hide_password=False), tmp_path)
    ) as created:
        yield created


def steps_of(app: Flask, what: Callable[[], object], disturb: Callable[[int], None]) -> int:
    """Do something, and call `disturb` with the number of each step of it at the database."""
    engine, taken = database_of(app).engine, 0

    def step(*_about: object) -> None:
        nonlocal taken
        disturb(taken)
        taken += 1

    for name in _STEPS:
        event.listen(engine, name, step)
    try:
        what()
    finally:
        for name in _STEPS:
            event.remove(engine, name, step)
    return taken


def save_with_a_cut(
    far: Flask, line: CutLine, provider: PageClient, public_id: str, at: int, *, text: str
) -> bool:
    """Save a section while the line is cut at one step; tell whether it came that far."""

    def cut(step: int) -> None:
        if step == at:
            line.cut()

    def save() -> None:
        page = provider.submit("Bewaar dit onderdeel", tasks=text, status=(200, 503))
        if page.status == 503:
            assert page.heading == "De site is even niet bereikbaar"

    provider.get(f"/aanbieder/werkplekken/{public_id}/wat")
    taken = steps_of(far, save, cut)
    if taken > at:
        line.mend()
    return taken > at


def test_whoever_saves_while_the_database_goes_away_keeps_what_they_typed(far, line):
    provider, (public_id,) = provider_with(far, VersionStatus.DRAFT)
    for at in count():
        text = f"{TYPED} Keer {at}."
        was_cut = save_with_a_cut(far, line, provider, public_id, at, text=text)
        is_shown = text in provider.page.response.text
        assert is_shown or stored(far, public_id).latest_version.content.tasks == text, at
        if not was_cut:
            break
    assert at > 20, "few steps were disturbed"
