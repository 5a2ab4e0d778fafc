"""When files cannot be kept or looked through: it is said, and nothing is half saved."""

import errno

import pytest
import structlog

from tests.support.clamd import EICAR, small_clamd
from tests.support.mails import free_port
from tests.support.media import ADD, SAVE, fetched, files, kept_keys, uploads_of, with_uploads
from tests.support.pictures import document, encoded, photo, picture
from webapp.core.errors import NotFoundError
from webapp.media.errors import StorageAwayError
from webapp.media.focus import Focus
from webapp.media.scanners.clamd import ClamdScanner

VIRUS = "In het bestand zit een virus. Kies een ander bestand, of vraag om hulp."
KEEPING = "We kunnen nu geen bestanden bewaren. Er is niets bewaard."
LOOKING = "We kunnen bestanden nu niet op virussen controleren. Er is niets bewaard."
AGAIN = "Wat je typte, staat hieronder nog. Probeer het over een paar minuten opnieuw."


_REASON = "disk full"


class Away:
    """A storage that keeps so many times, and then is away."""

    def __init__(self, storage, times=0):
        self._storage, self._left = storage, times

    def put(self, key, contents):
        self._left -= 1
        if self._left < 0:
            raise StorageAwayError(_REASON)
        self._storage.put(key, contents)

    def open(self, *_place):
        raise StorageAwayError(_REASON)


def refused_politely(provider, sentence, **sent):
    """Send files that cannot be taken now, with a description, and see what is said."""
    (one,) = provider.photos
    before = provider.content
    page = provider.browser.submit(ADD, status=503, **sent, **{f"alt_{one.key}": "Van mij."})
    assert f"{sentence} {AGAIN}" in page.main_text
    assert "Van mij." in page.response.text
    assert provider.content == before


def test_a_storage_that_is_away_is_told_and_what_was_typed_stays(app, provider):
    provider.send(("een.jpg", photo()))
    with_uploads(app, storage=Away(uploads_of(app).storage))
    refused_politely(provider, KEEPING, photos=files(("a.jpg", photo())))


def test_when_the_disk_is_full_halfway_nothing_of_the_form_is_saved(app, provider):
    provider.send(("een.jpg", photo()))
    before = kept_keys(app)
    real = uploads_of(app).storage
    with_uploads(app, storage=Away(real, times=1))
    sent = files(("a.jpg", photo()), ("b.jpg", photo()))
    refused_politely(provider, KEEPING, photos=sent, documents=files(("c.pdf", document())))
    with_uploads(app, storage=real)
    # What was kept before the fault is referred to by nothing: the worker takes it away.
    assert len(kept_keys(app) - before) == 1
    provider.send(("b.jpg", photo()))
    assert len(provider.photos) == 2


def test_a_cut_that_cannot_be_kept_leaves_the_choice_as_it_was(app, provider):
    provider.send(("een.jpg", photo()))
    (one,) = provider.photos
    provider.browser.submit(SAVE, **{f"alt_{one.key}": "Een kas."})
    provider.open()
    with_uploads(app, storage=Away(uploads_of(app).storage))
    provider.browser.submit(SAVE, status=503, **{f"focus_{one.key}": Focus.TOP.value})
    assert provider.photos[0].focus is Focus.CENTRE


def test_a_full_disk_on_which_a_form_comes_in_is_named(provider, monkeypatch):
    provider.open()

    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", full)
    page = provider.browser.submit(ADD, status=503, photos=files(("a.jpg", photo())))
    assert page.heading == "De site is even niet bereikbaar"


def test_a_photo_that_cannot_be_fetched_now_is_an_answer_of_its_own(app, provider):
    provider.send(("een.jpg", photo()))
    (one,) = provider.photos
    real = uploads_of(app).storage
    path = f"{provider.address}/{one.key}/480.jpg"
    with_uploads(app, storage=Away(real))
    with structlog.testing.capture_logs() as lines:
        fetched(provider.browser, path, 503)
    assert {"event": "media_away", "reason": _REASON}.items() <= lines[0].items()
    provider.open()
    with_uploads(app, storage=real)
    real.remove(one.key)
    fetched(provider.browser, path, 404)
    with pytest.raises(NotFoundError):
        real.open(one.key, "480.jpg")


def with_virus(kind):
    """Return a whole photo or document with a virus behind it."""
    return {"photos": encoded(picture()), "documents": document()}[kind] + EICAR


@pytest.mark.parametrize("kind", ["photos", "documents"])
def test_a_virus_is_refused_and_what_is_good_is_kept(app, provider, kind):
    provider.open()
    with small_clamd() as daemon:
        with_uploads(app, scanner=ClamdScanner(daemon.address))
        name = "virus.jpg" if kind == "photos" else "virus.pdf"
        bad = {kind: files((name, with_virus(kind)))}
        page = provider.browser.submit(ADD, status=422, **bad)
        assert page.errors == [f"{name}: {VIRUS}"]
        assert kept_keys(app) == set()
        bad = {kind: files((name, with_virus(kind)))}
        good = {"photos": [*files(("goed.jpg", photo())), *bad.pop("photos", [])]}
        page = provider.browser.submit(ADD, **good, **bad)
    assert f"{name}: {VIRUS}" in page.main_text
    assert len(provider.photos) == 1
    assert provider.content.documents == ()


def test_without_the_scanner_nothing_is_taken_and_it_is_told(app, provider):
    provider.send(("een.jpg", photo()))
    before = kept_keys(app)
    with_uploads(app, scanner=ClamdScanner(f"tcp://127.0.0.1:{free_port()}"))
    refused_politely(provider, LOOKING, photos=files(("a.jpg", photo())))
    refused_politely(provider, LOOKING, documents=files(("a.pdf", document())))
    assert kept_keys(app) == before


def test_with_the_scanner_away_descriptions_can_still_be_saved(app, provider):
    provider.send(("een.jpg", photo()))
    with_uploads(app, scanner=ClamdScanner(f"tcp://127.0.0.1:{free_port()}"))
    provider.describe("Een kas.")
    assert provider.photos[0].alt == "Een kas."
