"""What the log tells of requests that were refused: enough to see an attack, and no person."""

import pytest
from structlog.testing import capture_logs

from tests.support.accounts import add_account
from tests.support.people import make_account, sign_in, staff_member
from webapp.accounts.models import RoleName


def refusals(logs):
    return [
        (line["endpoint"], line["status"], line["account_id"])
        for line in logs
        if line["event"] == "refused"
    ]


def test_who_may_not_come_is_one_line_with_the_account(visitor, database):
    with database.writing() as session:
        account = make_account(session)
    browser = sign_in(visitor, account)
    with capture_logs() as logs:
        browser.get("/moderatie", status=403)
    assert refusals(logs) == [("moderator.queue", 403, account.id)]


@pytest.mark.parametrize(
    ("path", "endpoint", "status"),
    [
        ("/bestaat-niet", None, 404),
        ("/werkplekken/hout-bestaatniet", "public.workplace", 404),
        ("/account/bevestigen/verzonnen", "account.sign_up_link", 410),
        ("/api/v1/werkplekken?onbekend=1", "api.workplaces_search", 400),
    ],
)
def test_a_stranger_is_one_line_too_without_what_was_in_the_address(
    visitor, path, endpoint, status
):
    with capture_logs() as logs:
        assert visitor.raw(path).status_code == status
    assert refusals(logs) == [(endpoint, status, None)]
    assert path not in str(logs)


def test_what_is_answered_or_must_be_mended_is_no_refusal(app, visitor):
    moderator = staff_member(app, RoleName.MODERATOR)
    with capture_logs() as logs:
        moderator.get("/moderatie")
        visitor.get("/wachtwoord-vergeten")
        visitor.submit("Stuur mij een link", email="", status=422)
    assert refusals(logs) == []


def test_a_wrong_password_is_a_line_with_the_account_it_was_for(visitor, database):
    with database.writing() as session:
        jan = add_account(session)
    with capture_logs() as logs:
        for email in (jan.email, "piet@voorbeeld.nl"):
            visitor.get("/inloggen")
            visitor.submit("Inloggen", email=email, password="een gok", status=422)
    lines = [line["account_id"] for line in logs if line["event"] == "login.refused"]
    assert lines == [jan.id, None]
    assert "voorbeeld.nl" not in str(logs)
