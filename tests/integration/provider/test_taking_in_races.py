"""What happens to a file between reading and saving: colleagues, time, and other people."""

from datetime import timedelta

from sqlalchemy import update

from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.providers import stored
from tests.support.sheets import NEW_ROW, Sender
from tests.support.statements import counted_statements
from webapp.cli.jobs import PURGES
from webapp.core import clock
from webapp.organisations import operations as organisations
from webapp.organisations.models import MemberRole, Organisation
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.sheets.models import SheetRow, WorkplaceSheet
from webapp.workplaces.sheets.operations import KEPT_FOR

APPROVED, DRAFT = VersionStatus.APPROVED, VersionStatus.DRAFT


def change(browser, public_id, **values):
    browser.get(f"/aanbieder/werkplekken/{public_id}/wat")
    browser.submit("Bewaar dit onderdeel", **values)


def count(app, kind):
    with database_of(app).reading() as session:
        return session.query(kind).count()


def test_what_a_colleague_changed_meanwhile_is_named_and_not_overwritten(app):
    sender = Sender(app, APPROVED, DRAFT)
    sender.send_rows(*({"id": each, "samenvatting": "Uit het bestand."} for each in sender.ids))
    preview = sender.browser.page
    change(sender.colleague(), sender.ids[0], summary="Van een collega.")
    page = sender.browser.get(preview.url)
    assert "Een collega wijzigde deze werkplek nadat je het bestand inlas." in page.main_text
    sender.browser.pages.append(preview)
    page = sender.save(2)
    assert "1 werkplek is als concept bewaard." in page.main_text
    assert "1 regel is niet bewaard: een collega was je voor." in page.main_text
    contents = [stored(app, each).latest_version.content.summary for each in sender.ids]
    assert contents == ["Van een collega.", "Uit het bestand."]


def test_of_two_who_begin_the_same_workplace_the_second_is_told(app):
    sender = Sender(app)
    colleague = Sender.__new__(Sender)
    colleague.__dict__ = {**sender.__dict__, "browser": sender.colleague()}
    sender.send_rows(NEW_ROW)
    colleague.send_rows(NEW_ROW)
    sender.save(1)
    page = colleague.save(1)
    assert "1 regel is niet bewaard" in page.main_text
    assert count(app, Workplace) == 1


def test_a_workplace_that_was_erased_meanwhile_is_named(app):
    sender = Sender(app, DRAFT)
    sender.send_rows({"id": sender.ids[0], "uren_max": "20"})
    with database_of(app).writing() as session:
        session.delete(session.query(Workplace).one())
    page = sender.save(1)
    assert "1 regel is niet bewaard" in page.main_text


def test_nobody_else_sees_a_file_not_even_a_colleague(app):
    sender, stranger = Sender(app), Sender(app)
    address = sender.send_rows(NEW_ROW).url
    for browser in (stranger.browser, sender.colleague()):
        browser.get(address, status=404)
    stranger.browser.get(sender.path, status=404)
    stranger.browser.get(
        address.replace(sender.organisation_id, stranger.organisation_id), status=404
    )


def test_nobody_else_saves_or_throws_away_a_file(app):
    app.config["WTF_CSRF_ENABLED"] = False
    sender = Sender(app)
    address = sender.send_rows(NEW_ROW).url
    for act in ("bewaren", "weggooien"):
        sender.colleague().post_raw(f"{address}/{act}", {}, status=404)
    assert (count(app, Workplace), count(app, WorkplaceSheet)) == (0, 1)


def test_an_employee_sends_a_file_as_a_manager_does(app):
    sender = Sender(app)
    with database_of(app).writing() as session:
        mine = session.query(Organisation).one()
        account = make_account(session)
        organisations.add_member(
            session, mine, account, actor=account.actor, now=clock.now(), role=MemberRole.EMPLOYEE
        )
    sender.browser = sign_in(PageClient(app), account)
    sender.send_rows(NEW_ROW)
    sender.save(1)
    assert count(app, Workplace) == 1


def test_who_left_the_organisation_saves_nothing_any_more(app):
    sender = Sender(app)
    address = sender.send_rows(NEW_ROW).url
    with database_of(app).writing() as session:
        session.delete(session.query(Organisation).one().memberships[0])
    sender.browser.get(address, status=403)


def test_an_organisation_that_was_refused_reads_why_and_saves_nothing(app):
    sender = Sender(app)
    sender.send_rows(NEW_ROW)
    preview = sender.browser.page
    with database_of(app).writing() as session:
        session.query(Organisation).one().status = "rejected"
    sender.browser.submit("Bewaar 1 werkplek als concept", status=409)
    page = sender.browser.get(sender.path)
    assert "Daarom kun je geen werkplekken inlezen." in page.main_text
    sender.browser.pages.append(preview)
    assert count(app, Workplace) == 0


def test_after_a_day_a_file_is_gone_and_the_worker_erases_it(app):
    sender = Sender(app)
    address = sender.send_rows(NEW_ROW).url
    later = clock.now() + KEPT_FOR + timedelta(minutes=1)
    with database_of(app).writing() as session:
        PURGES["sheets"](session, now=clock.now())
        assert session.query(WorkplaceSheet).count() == 1
        session.execute(update(WorkplaceSheet).values(expires_at=clock.now() - timedelta(hours=1)))
    sender.browser.get(address, status=404)
    with database_of(app).writing() as session:
        PURGES["sheets"](session, now=later)
    assert (count(app, WorkplaceSheet), count(app, SheetRow)) == (0, 0)


def test_a_second_file_takes_the_place_of_the_first(app):
    sender = Sender(app)
    first = sender.send_rows(NEW_ROW).url
    sender.send_rows(NEW_ROW)
    sender.browser.get(first, status=404)
    assert count(app, WorkplaceSheet) == 1


def test_many_rows_stand_on_pages_that_cost_the_same(app):
    costs = []
    for number in (3, 30):
        sender = Sender(app, APPROVED, count=number)
        rows = [{"id": each, "uren_max": "20"} for each in sender.ids]
        page = sender.send_rows(*rows, NEW_ROW)
        with counted_statements(database_of(app)) as statements:
            sender.browser.get(page.url)
        costs.append(len(statements))
    assert costs[0] == costs[1]
    assert "Volgende pagina" in page.links
    page = sender.browser.follow("1 nieuwe werkplek")
    assert "pagina=4" in page.url
    assert page.title.startswith("Controleer je bestand, pagina 4")


def test_reading_many_rows_asks_no_more_than_reading_few(app):
    costs = []
    for number in (3, 30):
        sender = Sender(app, APPROVED, count=number)
        rows = [{"id": each, "uren_max": "20"} for each in sender.ids]
        sender.send_rows(*rows)  # so that what is looked up once is known
        with counted_statements(database_of(app)) as statements:
            sender.send_rows(*rows)
        costs.append(sum(each.startswith("SELECT") for each in statements))
    assert costs[0] == costs[1]


def test_saving_many_rows_reads_no_more_than_saving_few(app):
    costs = []
    for number in (3, 30):
        sender = Sender(app, APPROVED, count=number)
        sender.send_rows(*({"id": each, "uren_max": "20"} for each in sender.ids))
        with counted_statements(database_of(app)) as statements:
            sender.save(number)
        costs.append(sum(each.startswith("SELECT") for each in statements))
    assert costs[0] == costs[1]
