"""Saved searches, and the mails about what is new in them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from tests.support.mails import queued
from tests.support.people import ARNHEM, DUIVEN, make_account
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.mail.site import MailSite
from webapp.municipalities.queries import get_municipality
from webapp.search.memory import MemoryEngine
from webapp.search.saved import alerts, operations, queries, retention
from webapp.search.saved.models import Rhythm, SavedSearch
from webapp.search.saved.operations import Criteria, SearchDraft
from webapp.search.saved.rules import MOST
from webapp.search.sources import all_documents
from webapp.workplaces import sectors

# A Thursday.
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
SITE = "http://duiven.localhost:5000"


def site_of(municipality, _settings):
    return MailSite(municipality.name, SITE, "help@duiven.example")


class Today:
    """An engine that knows what is in the database when it is asked."""

    def within(self, session):
        return MemoryEngine(all_documents(session))


@pytest.fixture
def carla(database):
    with database.writing() as session:
        sectors.load(session)
        get_municipality(session, DUIVEN).joined_at = NOW
        get_municipality(session, ARNHEM).joined_at = NOW
        make_workplace(session, title="Tuin van vroeger")
        account = make_account(session, "c@duiven.example", roles=((RoleName.CONSULTANT, DUIVEN),))
        session.flush()
        session.expunge(account)
    return account


def save(database, account, name="groen", *, rhythm=Rhythm.DAILY, where="6922 ZX", query=""):
    with database.writing() as session:
        saved = operations.save(
            session,
            Today(),
            DUIVEN,
            Criteria(where, query),
            SearchDraft(name, rhythm),
            actor=account.actor,
            now=NOW,
        )
        return saved.public_id


def work(database, days=1, hour=9):
    """Let two workers look for what is due, so many days later; return the mails of all time."""
    now = NOW.replace(hour=hour) + timedelta(days=days)
    for _worker in range(2):
        alerts.send_due(database, Today(), site_of=site_of, now=now)
    with database.reading() as session:
        return queued(session)


def offer(database, title, **values):
    with database.writing() as session:
        return make_workplace(session, title=title, **values).public_id


def test_where_was_searched_is_sealed_and_no_more_than_the_digits(database, carla):
    save(database, carla, query="q=tuin&pagina=3")
    with database.reading() as session:
        row = session.execute(text('SELECT name, "where", query FROM saved_search')).one()
        assert all(value.startswith("sealed:") for value in row)
        saved = session.scalars(select(SavedSearch)).one()
        assert (saved.name, saved.where, saved.query) == ("groen", "6922", "q=tuin")


def test_the_same_search_is_saved_once(database, carla):
    assert save(database, carla) == save(database, carla)


def test_the_one_that_is_too_many_is_refused_with_a_way_out(database, carla):
    for number in range(MOST):
        save(database, carla, f"nummer {number}", rhythm=Rhythm.NEVER)
    with pytest.raises(InvalidInputError, match="Verwijder er eerst een"):
        save(database, carla, "te veel")


@pytest.mark.parametrize(
    "name", ["", "x" * 61, "mevrouw in 6922 ZX", "bel 06 12 34 56 78", "jan@voorbeeld.nl"]
)
def test_a_name_holds_nothing_of_a_client(database, carla, name):
    with pytest.raises(InvalidInputError):
        save(database, carla, name)


def test_what_was_there_when_it_was_saved_is_not_new(database, carla):
    save(database, carla)
    assert work(database) == []


def test_what_came_since_is_mailed_once_and_says_nothing_of_where(database, carla):
    saved_id = save(database, carla, where="6922 ZX", query="gebied=afstand&km=25")
    new = offer(database, "Nieuwe moestuin")
    (mail,) = work(database)
    assert mail.recipient == "c@duiven.example"
    assert mail.subject == "1 nieuwe werkplek bij je zoekopdrachten"
    assert f"{SITE}/werkplekken/nieuwe-moestuin-{new}" in mail.body_text
    assert f"{SITE}/consulent/zoekopdrachten/{saved_id}" in mail.body_text
    assert "Tuin van vroeger" not in mail.body_text
    assert "6922" not in mail.body_text + mail.body_html + mail.subject
    assert len(work(database, 4)) == 1


def test_one_mail_has_all_searches_of_a_person(database, carla):
    save(database, carla, "groen", query="q=moestuin")
    save(database, carla, "alles", rhythm=Rhythm.WEEKLY)
    offer(database, "Nieuwe moestuin")
    offer(database, "Fietsen maken")
    # Monday: the week began that the other one waits for.
    (mail,) = work(database, 4)
    assert mail.subject == "2 nieuwe werkplekken bij je zoekopdrachten"
    assert mail.body_text.index("groen") < mail.body_text.index("alles")


@pytest.mark.parametrize(
    ("rhythm", "day", "expected"),
    [
        (Rhythm.NEVER, 1, 0),
        (Rhythm.DAILY, 0, 0),
        (Rhythm.DAILY, 1, 1),
        (Rhythm.DAILY, 2, 0),
        (Rhythm.WEEKLY, 1, 0),
        (Rhythm.WEEKLY, 4, 1),
    ],
)
def test_it_comes_as_often_as_was_chosen_and_never_in_a_weekend(
    database, carla, rhythm, day, expected
):
    save(database, carla, rhythm=rhythm)
    offer(database, "Nieuwe moestuin")
    assert len(work(database, day)) == expected


def test_it_does_not_come_at_night(database, carla):
    save(database, carla)
    offer(database, "Nieuwe moestuin")
    assert work(database, hour=4) == []


def test_what_is_hidden_or_far_away_at_the_moment_of_sending_is_not_told(database, carla):
    save(database, carla)
    with database.writing() as session:
        make_workplace(session, title="Verborgen tuin").is_visible = False
    offer(database, "Verre tuin", postcode="9711 AA", place="Groningen")
    assert work(database) == []


def test_who_has_no_role_any_more_hears_nothing_and_nothing_is_kept(database, carla):
    save(database, carla)
    offer(database, "Nieuwe moestuin")
    with database.writing() as session:
        session.execute(text("DELETE FROM role"))
    assert work(database) == []
    with database.writing() as session:
        retention.purge(session, now=NOW)
        assert session.scalar(select(func.count()).select_from(SavedSearch)) == 0


def test_who_cannot_log_in_hears_nothing(database, carla):
    save(database, carla)
    offer(database, "Nieuwe moestuin")
    with database.writing() as session:
        session.get_one(type(carla), carla.id).disabled_at = NOW
    assert work(database) == []


def test_it_ends_with_the_account(database, carla):
    save(database, carla)
    with database.writing() as session:
        session.delete(session.get_one(type(carla), carla.id))
        session.flush()
        assert session.scalar(select(func.count()).select_from(SavedSearch)) == 0


def test_a_worker_that_dies_before_the_end_tells_it_later_and_once(database, carla):
    save(database, carla)
    offer(database, "Nieuwe moestuin")
    tomorrow = NOW + timedelta(days=1)
    with database.session(writing=True) as session:
        alerts.tell(session, Today(), DUIVEN, carla.id, site_of=site_of, now=tomorrow)
        assert len(queued(session)) == 1
        session.rollback()
    assert len(work(database)) == 1


def test_workers_at_the_same_moment_tell_it_once(database, carla):
    save(database, carla)
    save(database, carla, "alles")
    offer(database, "Nieuwe moestuin")
    tomorrow = NOW + timedelta(days=1)
    with ThreadPoolExecutor(4) as pool:
        rounds = [
            pool.submit(alerts.send_due, database, Today(), site_of=site_of, now=tomorrow)
            for _worker in range(4)
        ]
        for each in rounds:
            each.result()
    with database.reading() as session:
        assert len(queued(session)) == 1


def test_a_mail_leaves_the_version_alone_so_that_who_changes_it_can_save(database, carla):
    public_id = save(database, carla)
    offer(database, "Nieuwe moestuin")
    work(database)
    with database.writing() as session:
        saved = queries.get_saved(session, public_id, carla.id, DUIVEN)
        assert saved.version == 1
        with pytest.raises(ConflictError):
            operations.change(
                session,
                saved,
                SearchDraft("anders", Rhythm.NEVER),
                expected_version=0,
                actor=carla.actor,
                now=NOW,
            )


def test_the_link_stops_all_mails_however_often_it_is_used(database, carla):
    save(database, carla)
    save(database, carla, "alles", rhythm=Rhythm.WEEKLY)
    offer(database, "Nieuwe moestuin")
    (mail,) = work(database)
    secret = mail.stop_url.rpartition("/")[2]
    for _time in range(2):
        with database.writing() as session:
            operations.stop_mails(session, secret, now=NOW + timedelta(days=3))
    offer(database, "Nog een tuin")
    assert len(work(database, 5)) == 1


def test_what_nobody_uses_is_forgotten_after_half_a_year_and_the_mail_says_so_before(
    database, carla
):
    save(database, carla)
    offer(database, "Nieuwe moestuin")
    (mail,) = work(database, 158)
    assert "We wissen deze zoekopdracht op 1 september 2026" in mail.body_text
    for days, left in ((179, 1), (180, 0)):
        with database.writing() as session:
            retention.purge(session, now=NOW + timedelta(days=days))
            assert session.scalar(select(func.count()).select_from(SavedSearch)) == left


def test_it_is_looked_at_no_more_than_once_a_day(database, carla):
    save(database, carla)
    work(database)
    with database.reading() as session:
        assert session.scalars(select(SavedSearch.told_on)).one() == date(2026, 3, 6)
