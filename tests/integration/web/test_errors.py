"""What a visitor sees when something goes wrong."""

import pytest
from sqlalchemy import delete, text

from tests.support.page_client import PageClient
from tests.support.people import staff_member
from tests.support.providers import provider_with
from webapp.accounts.models import BrowserSession, RoleName
from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError, NotAllowedError, NotFoundError
from webapp.core.heartbeat import beat
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.workplaces.models import VersionStatus


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("x"), 404),
        (NotAllowedError("x"), 403),
        (ConflictError("x"), 409),
        (InvalidInputError({"veld": "Vul iets in."}), 400),
        (RuntimeError("x"), 500),
    ],
)
def test_each_error_of_the_domain_has_its_page(app, error, status):
    @anyone(MUNICIPALITY)
    def fail():
        raise error

    app.add_url_rule("/fout", "test.fail", fail)
    page = PageClient(app).get("/fout", status=status)
    assert "Traceback" not in page.text


def test_a_refused_request_leaves_no_trace(app, database, visitor):
    @anyone(MUNICIPALITY)
    def half():
        beat(db(), "half", now=clock.now())
        raise ConflictError

    app.add_url_rule("/half", "test.half", half)
    half.writes = True
    visitor.get("/half", status=409)
    with database.reading() as session:
        rows = session.execute(text("SELECT count(*) FROM worker_heartbeat WHERE name = 'half'"))
        assert rows.scalar() == 0


def test_an_unmarked_page_is_refused(app):
    app.add_url_rule("/vergeten", "test.forgotten", lambda: "open")
    PageClient(app).get("/vergeten", status=403)


def test_a_form_without_token_is_refused(app):
    response = PageClient(app).post_raw("/", {"x": "y"}, status=405)
    assert "Content-Security-Policy" in response.headers


def forget_sessions(database):
    with database.writing() as session:
        session.execute(delete(BrowserSession))


def test_who_was_logged_out_meanwhile_can_copy_what_they_typed(app, database):
    provider, (public_id,) = provider_with(app, VersionStatus.DRAFT)
    provider.get(f"/aanbieder/werkplekken/{public_id}/wat")
    forget_sessions(database)
    page = provider.submit("Bewaar dit onderdeel", tasks="Wieden.\nOogsten.", status=400)
    assert page.heading == "Je was te lang weg"
    assert "Wieden.\nOogsten." in page.response.text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.links["Had je een account? Log dan eerst weer in"] == "/inloggen"


def test_a_password_is_not_shown_again(visitor, database):
    visitor.get("/inloggen")
    forget_sessions(database)
    typed = {"email": "jan@voorbeeld.nl", "password": "heel geheime zin"}
    page = visitor.submit("Inloggen", status=400, **typed)
    assert "jan@voorbeeld.nl" in page.main_text
    assert "heel geheime zin" not in page.response.text


def test_another_site_puts_no_words_on_a_page_of_ours(app):
    browser = PageClient(app)
    answer = browser.client.post(
        "/inloggen",
        base_url="http://duiven.localhost:5000",
        data={"email": "Bel 0900-1234"},
        headers={"Origin": "https://slecht.example"},
    )
    assert answer.status_code == 400
    assert "0900-1234" not in answer.text


def test_an_error_page_does_not_keep_the_own_session_waiting(app, caplog):
    """It offers a button to log out: its token is kept in the session, after the answer."""
    staff_member(app, RoleName.MODERATOR).post_raw("/moderatie", {}, status=405)
    assert "session_not_kept" not in caplog.text


def test_a_program_gets_a_problem_instead_of_a_page(visitor):
    response = visitor.raw("/api/v1/bestaat-niet")
    assert response.status_code == 404
    assert response.mimetype == "application/problem+json"
    assert response.json["status"] == 404


def test_a_fault_tells_the_log_nothing_about_anybody(app, capfd, caplog):
    """Neither what the database was given, nor the secret in the address."""

    @anyone(MUNICIPALITY)
    def fail(secret):
        query = "INSERT INTO worker_heartbeat (name) VALUES (:email)"
        db().execute(text(query), {"email": f"ria-{secret}@voorbeeld.nl"})

    app.add_url_rule("/kapot/<secret>", "test.fail", fail)
    PageClient(app).get("/kapot/geheim", status=500)
    logged = capfd.readouterr().err + caplog.text
    assert "IntegrityError" in logged
    assert "geheim" not in logged
