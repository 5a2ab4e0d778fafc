"""What a visitor sees when something goes wrong."""

import pytest
from sqlalchemy import text

from tests.support.page_client import PageClient
from tests.support.people import staff_member
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError, NotAllowedError, NotFoundError
from webapp.core.heartbeat import beat
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db


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
