"""What placements come to, as all staff may see it, on the page and in files."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest

from tests.support.people import ARNHEM, DUIVEN, database_of, staff_member
from tests.support.placements import at, end_placement, make_placement
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.insight.placements import ALL, placement_figures
from webapp.insight.small_numbers import Hidden
from webapp.municipalities import operations as municipalities
from webapp.municipalities.queries import get_municipality
from webapp.placements import retention
from webapp.placements.vocabulary import EndReason
from webapp.trajectories.products import ProductCode
from webapp.workplaces import sectors

PAGE = "/consulent/plaatsingen/cijfers"
NOW = at(date(2026, 11, 26))
WELL, LEFT = EndReason.AS_PLANNED, EndReason.NO_WISH


@pytest.fixture
def workplace(session):
    sectors.load(session)
    return make_workplace(session)


def ended(session, workplace, count, *, rung_after=4, reason=WELL, code=DUIVEN, **values):
    for _ in range(count):
        placement = make_placement(session, workplace, municipality_code=code, **values)
        end_placement(
            session,
            placement,
            placement.last_day - timedelta(days=30),
            rung_after=rung_after,
            reason=reason,
        )


def test_who_moved_up_or_dropped_out_is_counted_by_product_and_year(session, workplace):
    ended(session, workplace, 7)
    ended(session, workplace, 6, rung_after=3, reason=LEFT)
    ended(session, workplace, 5, rung_after=2)
    ended(session, workplace, 5, rung_after=None)
    ended(session, workplace, 9, code=ARNHEM)
    found = placement_figures(session, DUIVEN, now=NOW)
    assert found.rows == {key: ["ontwikkeling-4", "2026"] for key in ("ended", "started")}
    for row in ("ontwikkeling-4", "2026", ALL):
        numbers = [found.of(row, column) for column in ("up", "same", "down", "unknown", "ended")]
        assert numbers == [7, 6, 5, 5, 23]
    assert found.of(ALL, "dropped") == 6
    assert found.reasons == {LEFT: 6}
    assert found.waiting[ALL] == 20


def test_small_groups_are_hidden_and_so_is_what_would_tell_them(session, workplace):
    ended(session, workplace, 20)
    ended(session, workplace, 2, rung_after=2, reason=LEFT)
    ended(session, workplace, 30, product=ProductCode.DEVELOPMENT_5)
    found = placement_figures(session, DUIVEN, now=NOW)
    for row in ("ontwikkeling-4", ALL):
        for columns in (("up", "same", "down", "unknown", "ended"), ("well", "dropped", "ended")):
            hidden = [found.of(row, column) for column in columns]
            assert sum(isinstance(number, Hidden) for number in hidden) >= 2
    assert found.of("ontwikkeling-4", "down") is Hidden.FEW
    assert found.of("ontwikkeling-4", "dropped") is Hidden.FEW


def test_reasons_of_few_people_are_told_together(session, workplace):
    ended(session, workplace, 30)
    for reason, count in ((LEFT, 8), (EndReason.MOVED, 6), (EndReason.NO_FIT, 2)):
        ended(session, workplace, count, reason=reason)
    found = placement_figures(session, DUIVEN, now=NOW)
    assert found.reasons == {LEFT: 8, None: 8}
    assert found.of(ALL, "dropped") == 16


def test_what_was_erased_counts_as_it_did(session, workplace):
    municipalities.join(session, get_municipality(session, DUIVEN), now=NOW)
    ended(session, workplace, 8)
    session.commit()
    before = placement_figures(session, DUIVEN, now=NOW)
    retention.purge(session, now=at(date(2029, 1, 1)))
    session.flush()
    assert placement_figures(session, DUIVEN, now=NOW) == before


def test_the_page_and_the_files_show_the_same_and_hide_the_same(app):
    with database_of(app).writing() as session:
        sectors.load(session)
        workplace, begun = make_workplace(session), clock.today() - timedelta(days=100)
        days = {"first_day": begun, "last_day": begun + timedelta(days=90)}
        days["requested_on"] = begun - timedelta(days=12)
        ended(session, workplace, 9, **days)
        ended(session, workplace, 1, rung_after=2, reason=LEFT, **days)
    for role in (RoleName.CONSULTANT, RoleName.MODERATOR):
        browser = staff_member(app, role)
        page = browser.get(PAGE)
        assert "minder dan 5" in page.main_text
        assert "12 dagen" in page.main_text
        for key in ("doorstroom", "doorstroom-per-jaar", "uitval", "redenen", "wachten"):
            text = browser.raw(f"{PAGE}/{key}/tabel.csv").data.decode("utf-8-sig")
            cells = [cell for row in csv.reader(StringIO(text), delimiter=";") for cell in row]
            assert len(cells) > 3
            assert all(cell in page.main_text for cell in cells)
        assert browser.raw(f"{PAGE}/niets/tabel.csv").status_code == 404
