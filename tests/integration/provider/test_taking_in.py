"""A provider sends a file with workplaces, sees what it would do, and keeps it as drafts."""

import csv
from io import StringIO

import pytest

from tests.support.people import database_of
from tests.support.providers import stored
from tests.support.sheets import NEW_ROW, Sender, sheet_of
from webapp.audit.models import AuditEvent
from webapp.mail.models import OutgoingMail
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.sheets.models import WorkplaceSheet

APPROVED, DRAFT = VersionStatus.APPROVED, VersionStatus.DRAFT


def workplaces(app):
    with database_of(app).reading() as session:
        return session.query(Workplace).count()


def own_file(sender):
    path = f"/aanbieder/organisaties/{sender.organisation_id}/werkplekken.csv"
    return sender.browser.raw(path).get_data()


def rows_of(data):
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_a_provider_finds_the_way_and_reads_how_it_works(app):
    sender = Sender(app, DRAFT)
    sender.browser.get("/aanbieder")
    link = next(text for text in sender.browser.page.links if text.startswith("Lees werkplekken"))
    page = sender.browser.follow(link)
    assert "Een lege cel verandert niets." in page.main_text
    assert "Hooguit 2 MB en hooguit 1.000 regels." in page.main_text
    empty = sender.browser.raw(
        page.links["een leeg voorbeeld met de namen van de kolommen (CSV)"]
    ).get_data(as_text=True)
    assert empty.startswith('\ufeff"id";"stand";"zichtbaar";"organisatie"')
    assert empty.count("\n") == 1


def test_a_new_workplace_becomes_a_draft_that_nobody_sees(app):
    sender = Sender(app)
    page = sender.send_rows(NEW_ROW)
    assert "1 nieuwe werkplek" in page.main_text
    assert "Regel 2: Fietsen maken" in page.main_text
    assert workplaces(app) == 0
    page = sender.save(1)
    assert "1 werkplek is als concept bewaard." in page.main_text
    page = sender.browser.follow("Bekijk de werkplek Fietsen maken")
    workplace = stored(app, page.url.rpartition("/")[2])
    version = workplace.latest_version
    assert (workplace.published_version_id, workplace.municipality_code) == (None, "GM0226")
    assert (version.status, version.submitted_at) == (DRAFT, None)
    assert version.content.day_parts == ("ma-ochtend", "ma-middag", "wo-ochtend")
    assert version.delivery_municipality_code == "GM0226"
    assert version.latitude is not None


def test_a_changed_row_shows_old_and_new_and_becomes_a_change_that_waits(app):
    sender = Sender(app, APPROVED)
    page = sender.send_rows({"id": sender.ids[0], "uren_max": "20", "samenvatting": "Anders."})
    assert "1 werkplek verandert" in page.main_text
    assert "Je helpt in een groene tuin." in page.main_text
    assert "Anders." in page.main_text
    assert "Dagen" not in page.main_text
    assert stored(app, sender.ids[0]).latest_version.content.hours_max == 16
    sender.save(1)
    workplace = stored(app, sender.ids[0])
    seen, latest = workplace.versions
    assert workplace.published_version_id == seen.id
    assert (seen.content.hours_max, latest.content.hours_max) == (16, 20)
    assert (latest.status, latest.content.summary) == (DRAFT, "Anders.")
    assert latest.content.contact_name == "Sanne Voorbeeld"
    assert latest.latitude == seen.latitude


def test_what_was_downloaded_and_comes_back_as_it_was_changes_nothing(app):
    sender = Sender(app, APPROVED, DRAFT, VersionStatus.SUBMITTED)
    page = sender.send(own_file(sender))
    assert "3 werkplekken blijven gelijk" in page.main_text
    assert "Er is niets om te bewaren." in page.main_text


def test_without_an_id_a_workplace_is_known_by_its_name_and_address(app):
    sender = Sender(app, APPROVED)
    (row,) = rows_of(own_file(sender))
    page = sender.send_rows(row | {"id": "", "uren_max": "30"})
    assert "1 werkplek verandert" in page.main_text


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_is_read_as_each_spreadsheet_saves_it(app, encoding, delimiter):
    sender = Sender(app)
    row = NEW_ROW | {"titel": "Café in de Dorpsstraat"}
    page = sender.send(sheet_of(row, delimiter=delimiter, encoding=encoding))
    assert "Café in de Dorpsstraat" in page.main_text


def test_a_workplace_moves_when_its_postcode_does_and_the_form_would_put_it_there_too(app):
    sender = Sender(app, APPROVED)
    sender.send_rows({"id": sender.ids[0], "postcode": "6811 AB", "plaats": "Arnhem"})
    sender.save(1)
    version = stored(app, sender.ids[0]).latest_version
    assert version.delivery_municipality_code == "GM0202"
    assert version.municipality_code is None


def test_pressing_twice_saves_once(app):
    sender = Sender(app)
    sender.send_rows(NEW_ROW)
    preview = sender.browser.page
    sender.save(1)
    sender.browser.pages.append(preview)
    page = sender.save(1)
    assert "1 werkplek is als concept bewaard." in page.main_text
    assert workplaces(app) == 1


def test_the_log_tells_what_was_read_and_saved_and_nobody_is_mailed(app):
    sender = Sender(app, APPROVED)
    sender.send_rows(NEW_ROW, {"id": sender.ids[0], "uren_max": "20"})
    sender.save(2)
    with database_of(app).reading() as session:
        events = session.query(AuditEvent).order_by(AuditEvent.id).all()
        assert [event.action for event in events] == [
            "organisation.sheet_read",
            *("workplace.offered", "workplace.changed"),
            "organisation.sheet_saved",
        ]
        assert session.query(OutgoingMail).count() == 0


def test_what_was_read_can_be_thrown_away_at_once(app):
    sender = Sender(app)
    sheet = sender.send_rows(NEW_ROW).url
    page = sender.browser.submit("Gooi dit bestand weg")
    assert "Het bestand is weggegooid." in page.main_text
    sender.browser.get(sheet, status=404)
    with database_of(app).reading() as session:
        assert session.query(WorkplaceSheet).count() == 0
