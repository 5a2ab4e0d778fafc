"""What there is to see in the demonstration: drawn well, and described."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.support.demo_data import MEDIA, ORGANISATIONS, WORKPLACES
from webapp.demo.drawings import DRAWINGS, HEIGHT, WIDTH
from webapp.demo.logos import LOGOS
from webapp.demo.papers import pdf_of_lines
from webapp.media.documents import check_document
from webapp.media.photos import read_logo, read_photo
from webapp.workplaces.media import MAX_ALT, VideoLink, videos_problem

TITLES = {row["title"] for row in WORKPLACES}
PHOTOS = [photo for row in MEDIA for photo in row["photos"]]


def test_each_workplace_with_something_to_see_is_there_once() -> None:
    named = [row["workplace"] for row in MEDIA]
    assert set(named) <= TITLES
    assert len(set(named)) == len(named)


def test_every_drawing_is_used_and_there() -> None:
    assert {photo["drawing"] for photo in PHOTOS} == set(DRAWINGS)


@pytest.mark.parametrize("photo", PHOTOS, ids=lambda photo: photo["alt"][:20])
def test_a_photo_says_in_whole_sentences_what_is_on_it(photo: dict[str, str]) -> None:
    assert 20 < len(photo["alt"]) <= MAX_ALT
    assert photo["alt"].endswith(".")


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_a_photo_and_the_same_each_time(name: str) -> None:
    content = DRAWINGS[name]()
    assert read_photo(BytesIO(content)).size == (WIDTH, HEIGHT)
    assert content == DRAWINGS[name]()
    colours = Image.open(BytesIO(content)).convert("P", palette=Image.Palette.ADAPTIVE, colors=16)
    assert len(colours.getcolors() or ()) > 8


def test_every_logo_is_used_and_see_through() -> None:
    assert {row["logo"] for row in ORGANISATIONS if "logo" in row} == set(LOGOS)
    for draw in LOGOS.values():
        logo = read_logo(BytesIO(draw()))
        assert logo.mode == "RGBA"
        assert logo.getpixel((0, 0))[3] == 0


def test_videos_are_links_that_a_provider_could_give() -> None:
    videos = tuple(VideoLink(**video) for row in MEDIA for video in row.get("videos", ()))
    assert videos
    assert videos_problem(videos) is None
    assert all(video.site.endswith(".example") for video in videos)


def test_a_document_can_be_read() -> None:
    (document,) = (each for row in MEDIA for each in row.get("documents", ()))
    content = pdf_of_lines(document["lines"])
    assert check_document(BytesIO(content)) == len(content)
    text = PdfReader(BytesIO(content)).pages[0].extract_text()
    assert [line for line in text.splitlines() if line.strip()] == [
        line for line in document["lines"] if line
    ]


def test_a_document_keeps_accents_and_brackets() -> None:
    text = PdfReader(BytesIO(pdf_of_lines(["Café (één) \\"]))).pages[0].extract_text()
    assert text.strip() == "Café (één) \\"
