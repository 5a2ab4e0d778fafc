"""A provider sends photos, documents and a video, and puts them in order."""

import pytest

from tests.support import html
from tests.support.media import ADD, KEY, SAVE, fetched, files, image_of, sender
from tests.support.pictures import BLUE, ORANGE, cut_off, document, encoded, halves, photo, picture
from webapp.media.focus import Focus
from webapp.workplaces.media import Photo, VideoLink
from webapp.workplaces.models import VersionStatus

MISSING = "Beschrijf wat je op foto 2 ziet."


def three_photos(provider):
    provider.send(*((f"{number}.jpg", photo((300 + number, 200))) for number in (1, 2, 3)))
    return [each.key for each in provider.photos]


def colour_at(response, place):
    image = image_of(response).convert("RGB")
    return image.getpixel((int(place[0] * (image.width - 1)), int(place[1] * (image.height - 1))))


def is_near(colour, other):
    return all(abs(one - two) < 30 for one, two in zip(colour, other, strict=True))


def test_several_photos_come_in_at_once_in_the_order_in_which_they_were_chosen(provider):
    page = provider.send(("een.jpg", photo((900, 600))), ("twee.png", photo((500, 700), "PNG")))
    assert [(each.width, each.height) for each in provider.photos] == [(900, 600), (500, 700)]
    assert "2 foto's zijn toegevoegd. Schrijf er nog bij wat erop te zien is." in page.main_text
    assert "Foto 1 (hoofdfoto)" in page.main_text


def test_saving_asks_for_a_description_of_each_photo_and_loses_nothing(provider):
    one, two = (each.key for each in _two_photos(provider))
    page = provider.browser.submit(
        SAVE, status=422, **{f"alt_{one}": "Een kas vol tomaten."}, video_title_1="Over ons"
    )
    assert MISSING in page.errors
    assert "Een kas vol tomaten." in page.response.text
    assert 'value="Over ons"' in page.response.text
    provider.browser.submit(SAVE, **{f"alt_{two}": "De schuur."}, video_title_1="")
    assert [each.alt for each in provider.photos] == ["Een kas vol tomaten.", "De schuur."]


def _two_photos(provider):
    provider.send(("een.jpg", photo()), ("twee.jpg", photo()))
    return provider.photos


def test_a_workplace_is_not_submitted_before_its_photos_are_described(provider):
    provider.send(("een.jpg", photo()))
    check = f"/aanbieder/werkplekken/{provider.public_id}/indienen"
    provider.browser.get(check)
    page = provider.browser.submit("Dien de werkplek in", status=422)
    assert page.errors == ["Beschrijf bij elke foto wat je erop ziet."]
    provider.describe("Een kas vol tomaten.")
    provider.browser.get(check)
    assert "is ingediend" in provider.browser.submit("Dien de werkplek in").main_text


def test_more_photos_can_be_added_before_the_first_are_described(provider):
    provider.send(("een.jpg", photo()))
    provider.send(("twee.jpg", photo()))
    assert len(provider.photos) == 2


def test_what_was_typed_is_kept_when_a_photo_is_added_and_when_one_fails(provider):
    (one,) = (each.key for each in _one_photo(provider))
    typed = {f"alt_{one}": "Een kas.", "video_url_1": "https://video.example/kas"}
    page = provider.browser.submit(
        ADD,
        photos=files(("goed.jpg", photo()), ("kapot.jpg", cut_off(photo()))),
        **typed,
        video_title_1="De kas",
    )
    assert "kapot.jpg: De afbeelding is niet heel." in page.main_text
    assert [each.alt for each in provider.photos] == ["Een kas.", ""]
    assert provider.content.videos == (VideoLink("https://video.example/kas", "De kas"),)


def _one_photo(provider):
    provider.send(("een.jpg", photo()))
    return provider.photos


def test_when_no_file_is_good_nothing_is_saved_and_what_was_typed_stands_on_the_page(provider):
    (one,) = (each.key for each in _one_photo(provider))
    page = provider.browser.submit(
        ADD,
        status=422,
        photos=files(("kapot.jpg", b"geen foto")),
        documents=files(("ook.pdf", b"geen pdf")),
        **{f"alt_{one}": "Een kas."},
    )
    assert [error.split(":")[0] for error in page.errors] == ["kapot.jpg", "ook.pdf"]
    assert "Een kas." in page.response.text
    assert provider.photos[0].alt == ""


@pytest.mark.parametrize(
    ("button", "order", "sentence"),
    [
        ("Omhoog foto 3", (0, 2, 1), "De volgorde is veranderd."),
        ("Omlaag foto 1", (1, 0, 2), "De volgorde is veranderd."),
        ("Maak hoofdfoto van foto 3", (2, 0, 1), "De hoofdfoto is veranderd."),
        ("Haal weg foto 2", (0, 2), "Weggehaald."),
    ],
)
def test_photos_are_put_in_order_and_taken_away(provider, button, order, sentence):
    keys = three_photos(provider)
    page = provider.browser.submit(button, **{f"alt_{keys[0]}": "Een kas."})
    assert [each.key for each in provider.photos] == [keys[number] for number in order]
    assert sentence in page.main_text
    assert {each.alt for each in provider.photos if each.key == keys[0]} == {"Een kas."}


def test_the_first_photo_goes_no_further_up_and_the_last_no_further_down(provider):
    three_photos(provider)
    buttons = [html.text_of(each) for each in html.all_of(provider.browser.page.tree, "button")]
    assert not {"Omhoog foto 1", "Maak hoofdfoto van foto 1", "Omlaag foto 3"} & set(buttons)


def test_what_a_card_shows_is_cut_around_what_the_provider_chooses(provider):
    provider.send(("hoog.png", encoded(halves((400, 1200)), "PNG")))
    (one,) = provider.photos
    provider.browser.submit(
        SAVE, **{f"alt_{one.key}": "Half om half.", f"focus_{one.key}": Focus.TOP.value}
    )
    assert provider.photos[0].focus is Focus.TOP
    card = fetched(provider.browser, f"{provider.address}/{one.key}/kaart-boven-720.jpg")
    assert is_near(colour_at(card, (0.5, 1)), ORANGE)
    below = {f"focus_{one.key}": Focus.BOTTOM.value}
    provider.open()
    provider.browser.submit(SAVE, **below)
    card = fetched(provider.browser, f"{provider.address}/{one.key}/kaart-onder-720.webp")
    assert is_near(colour_at(card, (0.5, 0)), BLUE)


def test_a_document_is_called_after_its_file_and_can_be_called_otherwise(provider):
    page = provider.send_documents(("Methode/Onze_methode-2026.PDF", document()))
    assert "1 document is toegevoegd." in page.main_text
    (kept,) = provider.content.documents
    assert (kept.title, kept.size) == ("Onze methode 2026", len(document()))
    provider.browser.submit(SAVE, **{f"title_{kept.key}": "Zo werken wij"})
    assert provider.content.documents[0].title == "Zo werken wij"
    provider.open()
    provider.browser.submit("Haal weg document 1")
    assert provider.content.documents == ()


@pytest.mark.parametrize(
    "url", ["http://video.example/x", "javascript:alert(1)", "https://a b.example/", "https://"]
)
def test_a_video_is_a_link_to_another_site_and_nothing_else(provider, url):
    provider.open()
    page = provider.browser.submit(SAVE, status=422, video_url_1=url, video_title_1="Film")
    assert page.errors == ["Vul bij elke video een adres in dat begint met https://."]
    assert provider.content.videos == ()


def test_a_video_is_taken_away_by_making_its_address_empty(provider):
    provider.open()
    filled = {"video_url_1": "https://video.example/a", "video_title_1": "Film"}
    provider.browser.submit(SAVE, **filled)
    assert len(provider.content.videos) == 1
    provider.open()
    provider.browser.submit(SAVE, video_url_1="", video_title_1="")
    assert provider.content.videos == ()


def test_pressing_add_without_a_file_tells_so(provider):
    provider.open()
    assert "Er was geen bestand gekozen" in provider.browser.submit(ADD).main_text


def test_twelve_photos_are_the_most_and_the_others_are_named(app):
    eleven = tuple(Photo(f"{KEY[:-2]}{number}", 10, 10, "x") for number in range(11, 22))
    provider = sender(app, photos=eleven)
    page = provider.send(("mee.jpg", photo()), ("te veel.jpg", photo()))
    assert "te veel.jpg: Er zijn al 12 foto's. Haal er eerst een weg." in page.main_text
    assert len(provider.photos) == 12


def test_who_was_overtaken_is_told_and_what_was_typed_stays(provider):
    (one,) = _one_photo(provider)
    mine = provider.open()
    provider.describe("Een ander was eerder.")
    provider.browser.pages.append(mine)
    page = provider.browser.submit(
        ADD, status=409, photos=files(("een.jpg", photo())), **{f"alt_{one.key}": "Van mij."}
    )
    assert "Kies ook je bestanden opnieuw." in page.main_text
    assert "Van mij." in page.response.text
    assert [each.alt for each in provider.photos] == ["Een ander was eerder."]


def test_a_photo_of_a_submitted_workplace_can_be_added(app):
    provider = sender(app, VersionStatus.SUBMITTED)
    provider.send(("een.png", encoded(picture(mode="L", colour=9), "PNG")))
    provider.describe("Grijs.")
    assert provider.photos[0].alt == "Grijs."
