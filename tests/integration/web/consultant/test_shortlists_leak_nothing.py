"""A watchword in all that a consultant writes about a client on a list."""

from sqlalchemy import select
from structlog.testing import capture_logs

from tests.support.leaks import elsewhere, files_under, kept_in
from tests.support.mails import queued
from tests.support.page_client import PageClient
from tests.support.people import make_account
from tests.support.search_index import bring_up_to_date
from webapp.organisations.models import Organisation

WORDS = {
    "label": "Schildwacht-kenmerk",
    "note": "Schildwacht-notitie",
    "reason": "Schildwacht-reden",
}


def test_what_a_consultant_notes_is_read_by_consultants_alone(
    consultant, offers, database, settings, caplog, capsys
):
    app = consultant.app
    caplog.set_level("DEBUG")
    with database.writing() as writing:
        organisations = tuple(writing.scalars(select(Organisation)))
        make_account(writing, organisations=organisations)
    with capture_logs() as events:
        consultant.get(f"/consulent/lijstjes/toevoegen?id={'&id='.join(offers)}")
        consultant.submit("Zet op het lijstje", label=WORDS["label"])
        path = consultant.page.url
        consultant.follow("Tuin in Duiven")
        noted = {"note": WORDS["note"], "reason": WORDS["reason"]}
        page = consultant.submit("Bewaar", outcome="niet-geplaatst", **noted)
        assert all(word in page.main_text for word in WORDS.values())
        consultant.follow("Vraag of er plek is")
        consultant.submit("Stuur de vraag")
        consultant.follow("Deel het lijstje")
        link = consultant.submit("Maak een link").links["Bekijk wat de inwoner ziet"]
        shown = PageClient(app).get(link).response.text
        bring_up_to_date(app, database)
        others = elsewhere(app, path.removeprefix("http://duiven.localhost:5000"))
    with database.reading() as session:
        mails = " ".join(f"{mail.subject} {mail.body_text}" for mail in queued(session))
    outside = {
        "log lines": f"{events} {caplog.text} {capsys.readouterr()}",
        "addresses": " ".join(page.url for page in consultant.pages),
        "the resident": shown,
        "other people": others,
        "mails": mails,
        **kept_in(database),
        **{name: str(held) for name, held in files_under(settings.data_dir).items()},
    }
    held = {(where, word) for where, text in outside.items() for word in WORDS.values()
            if word in text}  # fmt: skip
    assert held == set()
    assert "Fietsen in Zevenaar" in mails
