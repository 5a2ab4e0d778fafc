"""A provider takes a change back: what was approved stays, and is the latest again."""

from datetime import UTC, datetime

import pytest

from tests.support.moderation import PROVIDER, change, submit_changes
from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.providers import provider_with, stored
from tests.support.workplaces import make_workplace
from webapp.core.errors import WrongStatusError
from webapp.workplaces import publication
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.public import find_public_workplace
from webapp.workplaces.taking_back import take_back

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("make", [change, submit_changes], ids=["begun", "waiting"])
def test_a_change_taken_back_leaves_what_was_approved(session, make):
    workplace = make_workplace(session)
    make(session, workplace, at=NOW, title="Anders")
    take_back(session, workplace, actor=PROVIDER, now=NOW)
    assert find_public_workplace(session, workplace.public_id) is workplace
    assert workplace.latest_version is workplace.published_version
    assert [each.status for each in workplace.versions] == ["superseded", "withdrawn", "approved"]
    assert workplace.latest_version.content == workplace.versions[0].content
    again = submit_changes(session, workplace, at=NOW, title="Nog anders")
    publication.approve(session, again, expected_lock=again.lock, actor=PROVIDER, now=NOW)
    assert workplace.published_version is again


@pytest.mark.parametrize("status", VersionStatus)
def test_without_a_change_beside_what_visitors_read_there_is_nothing_to_take_back(session, status):
    workplace = make_workplace(session, status=status)
    with pytest.raises(WrongStatusError):
        take_back(session, workplace, actor=PROVIDER, now=NOW)


def test_a_provider_reads_that_the_approved_version_stays_and_takes_the_change_back(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    address = f"/aanbieder/werkplekken/{public_id}"
    assert "Neem de wijziging terug" not in browser.get(address).main_text
    with database_of(app).writing() as session:
        workplace = session.query(Workplace).filter_by(public_id=public_id).one()
        submit_changes(session, workplace, at=NOW, title="Anders")
    assert "blijft op de site staan" in browser.get(address).main_text
    assert "Je wijziging is weg." in browser.submit("Neem de wijziging terug").main_text
    assert stored(app, public_id).latest_version.status is VersionStatus.APPROVED
    PageClient(app).get(f"/werkplekken/meewerken-in-de-moestuin-{public_id}")
    stranger, _ = provider_with(app, VersionStatus.APPROVED)
    app.config["WTF_CSRF_ENABLED"] = False
    stranger.post_raw(f"{address}/wijziging-terugnemen", {}, status=404)
