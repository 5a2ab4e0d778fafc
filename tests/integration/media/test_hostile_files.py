"""Files that would do harm are refused in Dutch, and cost no more than they may."""

import gc
import random
import subprocess
import sys
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image

from tests.support import hostile_files as hostile
from tests.support.hostile_photos import EMPTY, PHOTOS, TOO_LARGE, UNKNOWN
from tests.support.media import ADD, SAVE, fetched, files, kept_keys
from tests.support.pictures import document, encoded, photo
from webapp.media.documents import check_document
from webapp.media.errors import FileRefusedError
from webapp.media.photos import read_photo

NO_PDF = "Dit is geen pdf. Bewaar het document als pdf, en kies die."
ACTIVE = "In de pdf zit meer dan tekst en beeld"
UNREADABLE = "De pdf is niet te lezen."
LOCKED = "Op de pdf zit een slot."
DOCUMENTS = {
    "nothing": ("leeg.pdf", lambda: b"", EMPTY),
    "a photo": ("foto.pdf", photo, NO_PDF),
    "a page in front of a PDF": ("a.pdf", lambda: hostile.SCRIPT + document(), NO_PDF),
    "called a page": ("a.html", document, NO_PDF),
    "cut off": ("kapot.pdf", lambda: document()[:60], UNREADABLE),
    "50 MB": ("groot.pdf", lambda: document() + b"\0" * 50_000_000, TOO_LARGE),
    "script": ("a.pdf", hostile.pdf_with_script, ACTIVE),
    "hidden script": ("a.pdf", hostile.pdf_with_hidden_script, ACTIVE),
    "launches a program": ("a.pdf", lambda: hostile.pdf_with("Launch", F="cmd.exe"), ACTIVE),
    "sends a form": ("a.pdf", lambda: hostile.pdf_with("SubmitForm", F="http://x"), ACTIVE),
    "another file inside": ("a.pdf", hostile.pdf_with_attachment, ACTIVE),
    "locked": ("a.pdf", hostile.locked_pdf, LOCKED),
    "unpacks to much": ("a.pdf", hostile.pdf_bomb, UNREADABLE),
    "in circles": ("a.pdf", hostile.pdf_in_circles, UNREADABLE),
    "no pages": ("a.pdf", lambda: hostile.pdf_of(b"<</Type/Catalog>>"), ""),
    "garbage": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 2000, UNREADABLE),
}


@pytest.mark.parametrize("kind", PHOTOS)
def test_a_photo_that_is_none_is_refused_in_words(app, provider, kind):
    name, make, sentence = PHOTOS[kind]
    page = provider.send((name, make()), status=422)
    (error,) = page.errors
    assert sentence in error
    assert error.endswith(".")
    assert hostile.RIGHT_TO_LEFT not in error
    assert provider.photos == ()
    assert kept_keys(app) == set()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_that_does_something_is_refused_in_words(app, provider, kind, capfd):
    name, make, sentence = DOCUMENTS[kind]
    page = provider.send_documents((name, make()), status=422)
    (error,) = page.errors
    assert sentence in error
    assert provider.content.documents == ()
    assert kept_keys(app) == set()
    assert capfd.readouterr().err == ""


def test_a_photo_that_is_a_page_too_comes_out_as_a_photo_alone(provider):
    assert hostile.SCRIPT in hostile.jpeg_with_page()
    provider.send(("foto.jpg", hostile.jpeg_with_page()))
    (kept,) = provider.photos
    for name in ("480.jpg", "480.webp", "kaart-midden-360.jpg"):
        answer = fetched(provider.browser, f"{provider.address}/{kept.key}/{name}")
        assert b"script" not in answer.data
        assert answer.headers["Content-Type"].startswith("image/")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("map/..", ".."),
        ("<img src=x>.jpg", "<img src=x>.jpg"),
        (f"a{hostile.RIGHT_TO_LEFT}b\u0007c\u2028.jpg", "a b c .jpg"),
        ("n" * 500 + ".jpg", "n" * 60),
        ("Open dag 12.05.2026", "Open dag 12.05.2026"),
    ],
)
def test_a_strange_name_is_told_safely_and_used_for_nothing(app, provider, name, shown):
    page = provider.send((name, b"geen foto"), status=422)
    assert page.errors == [f"{shown}: {UNKNOWN}"]
    provider.send((name, photo()))
    (kept,) = provider.photos
    assert kept_keys(app) == {kept.key}


def test_a_name_with_nul_does_no_harm(provider):
    provider.send(("foto\0.jpg", photo()), status=200)
    provider.send(("foto.jpg\0.html", photo()), status=422)
    assert len(provider.photos) == 1


def test_too_many_files_at_once_are_refused_in_one_sentence(app, provider):
    page = provider.send(*[("f.jpg", photo((9, 9)))] * 40, status=422)
    assert page.errors == ["Kies minder bestanden tegelijk: hooguit 25."]
    assert kept_keys(app) == set()


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")
def test_hundreds_of_parts_are_not_even_read(app, provider):
    page = provider.send(*[("f.jpg", b"x")] * 300, status=413)
    gc.collect()  # Werkzeug closes what it had read of a form that is refused no sooner than this
    assert page.heading == "Je stuurt te veel"
    assert "te veel bestanden" in page.main_text
    assert kept_keys(app) == set()


def test_more_than_all_files_together_may_be_is_refused(provider):
    provider.open()
    sent = [(BytesIO(b"\0" * 60_000_000), "a.jpg") for _ in range(3)]
    page = provider.browser.submit(ADD, status=413, photos=sent)
    assert "te groot" in page.main_text


def test_a_text_in_place_of_a_file_and_a_file_in_place_of_a_text_break_nothing(provider):
    provider.open()
    provider.browser.submit(ADD, photos="geen bestand")
    provider.open()
    provider.browser.submit(SAVE, video_url_1=files(("a.jpg", photo())))
    assert provider.photos == ()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_that_is_damaged_anywhere_is_refused_or_read_and_nothing_else(kind):
    whole = encoded(Image.effect_noise((64, 48), 90).convert("RGB"), kind)
    chance = random.Random(20261126)
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            damaged = damaged[: chance.randrange(1, len(damaged))]
        with suppress(FileRefusedError):
            assert read_photo(BytesIO(bytes(damaged))).mode == "RGB"


def test_a_document_that_is_damaged_anywhere_is_refused_or_taken_and_nothing_else():
    whole = hostile.pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/Lang(nl)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[<</A<</S/URI/URI(https:)>>>>]>>",
    )
    chance = random.Random(20261126)
    for _ in range(600):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(5, len(damaged))] = chance.choice(b"<>[]()/ %0159RobjX\n\xff")
        with suppress(FileRefusedError):
            assert check_document(BytesIO(bytes(damaged))) == len(damaged)


_TAKE = """
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from webapp.media.errors import FileRefusedError
from webapp.media.scanner import NoScanner
from webapp.media.storages.folder import FolderStorage
from webapp.media.uploads import Uploads

with TemporaryDirectory() as folder, open(sys.argv[2], "rb") as file:
    uploads = Uploads(FolderStorage(Path(folder)), NoScanner())
    try:
        getattr(uploads, "take_" + sys.argv[1])(file)
        outcome = "taken"
    except FileRefusedError:
        outcome = "refused"
# Not getrusage: that counts the memory of the process that started this one too.
status = Path("/proc/self/status").read_text()
print(outcome, int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""
# In MB: some 650 are needed for the largest WebP that is taken.
_ROOM = 1000
COSTLY = {
    "JPEG": ("photo", lambda: hostile.large_photo("JPEG"), "taken"),
    "PNG": ("photo", lambda: hostile.large_photo("PNG", "RGBA"), "taken"),
    "WebP": ("photo", lambda: hostile.large_photo("WEBP"), "taken"),
    "AVIF": ("photo", lambda: hostile.large_photo("AVIF"), "taken"),
    "20 000 by 20 000": ("photo", hostile.huge_png, "refused"),
    "a text in a PNG": ("photo", hostile.png_with_large_text, "refused"),
    "unpacks to much": ("document", hostile.pdf_bomb, "refused"),
    "unpacks to very much": ("document", lambda: hostile.pdf_bomb(700), "refused"),
}


@pytest.mark.parametrize("kind", COSTLY)
def test_no_file_takes_more_memory_than_there_is(tmp_path, kind):
    thing, make, expected = COSTLY[kind]
    path = tmp_path / "file"
    path.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", _TAKE, thing, str(path)], capture_output=True, check=True, text=True
    )
    outcome, megabytes = done.stdout.split()
    assert outcome == expected
    assert int(megabytes) < _ROOM
    assert done.stderr == ""
