"""That the people of the tests are really signed in, and only where they are."""

from tests.support.page_client import PageClient
from tests.support.people import make_account, sign_in, staff_member
from webapp.accounts.models import RoleName


def test_a_moderator_who_is_signed_in_sees_the_way_to_moderation(app):
    page = staff_member(app, RoleName.MODERATOR).get("/")
    assert "Moderatie" in page.links


def test_a_moderator_of_another_municipality_does_not(app):
    page = staff_member(app, RoleName.MODERATOR, "GM0202").get("/")
    assert "Moderatie" not in page.links
    assert "Mijn account" in page.links


def test_somebody_without_a_role_is_signed_in_all_the_same(app, session):
    account = make_account(session)
    session.commit()
    page = sign_in(PageClient(app), account).get("/")
    assert "Mijn account" in page.links
