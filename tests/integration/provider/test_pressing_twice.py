"""Two requests of one press of a button, at the same moment: one thing is made."""

from tests.support.people import database_of
from tests.support.pressing import press_at_once
from tests.support.provider_signup import SEND, reach_check
from tests.support.providers import provider_with
from tests.support.sheets import NEW_ROW, Sender
from webapp.mail.models import OutgoingMail
from webapp.organisations.models import Organisation
from webapp.workplaces import sectors
from webapp.workplaces.models import VersionStatus, Workplace


def test_a_workplace_is_begun_once(app):
    browser, _ = provider_with(app)
    page = browser.get("/aanbieder/werkplekken/nieuw")
    statuses = press_at_once(app, page, browser, "Begin met deze werkplek", title="Fietsen maken")
    assert statuses == [303] * 4
    with database_of(app).reading() as session:
        assert session.query(Workplace).count() == 1


def test_an_organisation_is_signed_up_once_and_mailed_once(app, visitor):
    with database_of(app).writing() as session:
        sectors.load(session)
    page = reach_check(visitor)
    assert press_at_once(app, page, visitor, SEND) == [303] * 4
    with database_of(app).reading() as session:
        for kind in (Organisation, Workplace, OutgoingMail):
            assert session.query(kind).count() == 1, kind


def test_a_file_is_saved_once(app):
    sender = Sender(app)
    page = sender.send_rows(NEW_ROW)
    statuses = press_at_once(app, page, sender.browser, "Bewaar 1 werkplek als concept")
    assert statuses == [303] * 4
    with database_of(app).reading() as session:
        assert session.query(Workplace).count() == 1


def test_drafts_are_handed_in_once_and_mailed_once(app):
    sender = Sender(app, VersionStatus.DRAFT, count=3)
    path = f"/aanbieder/organisaties/{sender.organisation_id}/concepten"
    page = sender.browser.get(path, alles="aan")
    statuses = press_at_once(app, page, sender.browser, "Dien in wat is aangevinkt")
    assert statuses == [303] * 4
    with database_of(app).reading() as session:
        assert session.query(OutgoingMail).count() == 1
