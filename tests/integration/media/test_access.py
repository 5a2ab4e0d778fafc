"""Who gets the files of a workplace, and how they are given."""

from urllib.parse import urlsplit

import pytest

from tests.support import html
from tests.support.media import Sender, approve, fetched, files, image_of, publish, sender
from tests.support.moderation import submit_changes
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, database_of, staff_member
from tests.support.pictures import document, photo
from tests.support.workplaces import hide
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.media.focus import Focus
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.models import VersionStatus, Workplace

ALT = 'Een kas vol <tomaten> & "sla".'


@pytest.fixture
def shown(app):
    """A provider with a workplace on the site that has two photos and a document."""
    provider = sender(app)
    provider.open()
    provider.browser.submit(
        "Voeg toe en bewaar",
        photos=files(("een.jpg", photo((1000, 800))), ("twee.jpg", photo((500, 500)))),
        documents=files(("methode.pdf", document())),
    )
    provider.describe(ALT, "De schuur.")
    publish(app, provider)
    return provider


def _workplace(session, provider) -> Workplace:
    return session.query(Workplace).filter_by(public_id=provider.public_id).one()


def photo_path(provider: Sender, number: int = 0, name: str = "480.jpg") -> str:
    return f"/werkplekken/{provider.public_id}/fotos/{provider.photos[number].key}/{name}"


def document_path(provider: Sender) -> str:
    return f"/werkplekken/{provider.public_id}/documenten/{provider.content.documents[0].key}"


def test_visitors_see_photos_in_the_size_that_fits_with_what_is_on_them(shown, visitor):
    page = visitor.get(f"/werkplekken/x-{shown.public_id}")
    first, second = html.all_of(html.only(page.tree, "main"), "img")
    assert (first.get("alt"), second.get("alt")) == (ALT, "De schuur.")
    assert (first.get("loading"), second.get("loading")) == (None, "lazy")
    assert (first.get("width"), first.get("height")) == ("1000", "800")
    sets = [each.get("srcset", "") for each in html.all_of(page.tree, "source")]
    sets += [first.get("srcset", ""), second.get("srcset", "")]
    for piece in ", ".join(sets).split(", "):
        path, width = piece.split(" ")
        assert image_of(fetched(visitor, path)).width == int(width.removesuffix("w"))
    large = next(link for text, link in page.links.items() if "bekijk de foto groot" in text)
    assert image_of(fetched(visitor, large)).size == (500, 500)


def test_a_photo_is_answered_with_as_what_it_is_and_may_do_nothing(shown, visitor):
    for name, kind in (("480.jpg", "image/jpeg"), ("480.webp", "image/webp")):
        answer = fetched(visitor, photo_path(shown, name=name))
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        policy = answer.headers["Content-Security-Policy"]
        assert policy == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert int(answer.headers["Content-Length"]) == len(answer.data)
    head = visitor.raw(photo_path(shown), "HEAD")
    assert (head.status_code, head.data) == (200, b"")
    head.close()


def test_a_document_is_to_be_kept_and_never_shown_as_a_page(shown, visitor):
    answer = fetched(visitor, document_path(shown))
    assert answer.data == document()
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="methode.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    page = visitor.get(f"/werkplekken/x-{shown.public_id}")
    assert any(path == document_path(shown) for path in page.links.values())


@pytest.mark.parametrize(
    "name",
    ["481.jpg", "480.png", "1600.jpg", "kaart-boven-360.jpg", "document.pdf", "..", "480.jpg.new"],
)
def test_no_other_file_than_those_of_the_photo_is_given(shown, visitor, name):
    fetched(visitor, photo_path(shown, name=name), 404)


def test_a_photo_is_not_found_at_another_workplace(app, shown, visitor):
    other = sender(app, VersionStatus.APPROVED)
    path = photo_path(shown).replace(shown.public_id, other.public_id)
    fetched(visitor, path, 404)
    fetched(other.browser, f"/aanbieder{path}", 404)
    fetched(other.browser, f"/aanbieder{photo_path(shown)}", 404)


def _hide(session, workplace):
    hide(session, workplace)


def _refuse_organisation(_session, workplace):
    workplace.organisation.status = OrganisationStatus.REJECTED


def _take_off(_session, workplace):
    workplace.published_version = None


@pytest.mark.parametrize("step", [_hide, _refuse_organisation, _take_off])
def test_files_are_gone_as_soon_as_the_workplace_is(app, shown, visitor, step):
    paths = (photo_path(shown), document_path(shown))
    for path in paths:
        fetched(visitor, path)
    with database_of(app).writing() as session:
        step(session, _workplace(session, shown))
    for path in paths:
        fetched(visitor, path, 404)
        fetched(shown.browser, f"/aanbieder{path}")


def test_a_draft_is_for_its_provider_alone(app, provider, visitor):
    provider.send(("een.jpg", photo()))
    provider.send_documents(("een.pdf", document()))
    moderator = staff_member(app, RoleName.MODERATOR)
    for path in (photo_path(provider), document_path(provider)):
        fetched(visitor, path, 404)
        fetched(moderator, f"/moderatie{path}", 404)
        answer = fetched(provider.browser, f"/aanbieder{path}")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert visitor.raw(f"/aanbieder{path}").status_code == 303


def test_only_a_moderator_of_the_municipality_gets_what_was_handed_in(app, shown):
    with database_of(app).writing() as session:
        submit_changes(session, _workplace(session, shown), at=clock.now(), title="Anders")
    mine = staff_member(app, RoleName.MODERATOR)
    other = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    for path in (photo_path(shown), document_path(shown)):
        assert fetched(mine, f"/moderatie{path}").headers["Cache-Control"] == "no-store"
        fetched(other, f"/moderatie{path}", 404)
        fetched(staff_member(app, RoleName.CONSULTANT), f"/moderatie{path}", 403)


def test_visitors_keep_what_was_approved_while_a_change_waits(app, shown, visitor):
    old, new = photo_path(shown), None
    card = photo_path(shown, name="kaart-midden-360.jpg")
    key = shown.photos[0].key
    shown.open()
    shown.browser.submit("Voeg toe en bewaar", photos=files(("nieuw.jpg", photo((900, 300)))))
    shown.open()
    shown.browser.submit("Haal weg foto 2", **{f"focus_{key}": Focus.LEFT.value})
    shown.describe("De kas, anders beschreven.", "Nieuw.")
    new = photo_path(shown, 1)
    page = visitor.get(f"/werkplekken/x-{shown.public_id}")
    assert [each.get("alt") for each in html.all_of(page.tree, "img")][-2:] == [ALT, "De schuur."]
    for path in (old, card):
        fetched(visitor, path)
    fetched(visitor, photo_path(shown, name="kaart-links-360.jpg"), 404)
    fetched(visitor, new, 404)
    publish(app, shown)
    fetched(visitor, new)
    fetched(visitor, card, 404)
    fetched(visitor, photo_path(shown, name="kaart-links-360.jpg"))


def test_a_moderator_sees_what_changed_and_reads_what_is_said_of_it(app, shown):
    shown.open()
    shown.browser.submit("Haal weg foto 2")
    shown.describe("De kas, anders beschreven.")
    check = f"/aanbieder/werkplekken/{shown.public_id}/indienen"
    shown.browser.get(check)
    shown.browser.submit("Dien de werkplek in")
    moderator = staff_member(app, RoleName.MODERATOR)
    page = moderator.get(f"/moderatie/werkplekken/{shown.public_id}")
    gone = " ".join(html.text_of(each) for each in html.all_of(page.tree, "del"))
    assert "De schuur." in gone
    assert "De kas, anders beschreven." in page.main_text
    for image in html.all_of(html.only(page.tree, "main"), "img"):
        fetched(moderator, image.get("src", ""))


def test_a_photo_without_a_description_stays_out_of_sight_until_it_has_one(app, visitor):
    provider = sender(app, VersionStatus.SUBMITTED)
    provider.send(("een.jpg", photo()))
    moderator = staff_member(app, RoleName.MODERATOR)
    check = moderator.get(f"/moderatie/werkplekken/{provider.public_id}")
    assert "Bezoekers zien deze foto's niet." in check.main_text
    approve(app, provider)
    page = visitor.get(f"/werkplekken/x-{provider.public_id}")
    assert html.all_of(html.only(page.tree, "main"), "img") == []
    fetched(visitor, photo_path(provider), 404)
    provider.describe("Een kas.")
    publish(app, provider)
    fetched(visitor, photo_path(provider))


def test_lists_and_programs_get_the_main_photo_with_what_is_on_it(shown, visitor):
    page = visitor.get("/werkplekken")
    (image,) = html.all_of(html.only(page.tree, "main"), "img")
    assert image.get("alt") == ALT
    assert image_of(fetched(visitor, image.get("src", ""))).size == (360, 240)
    (found,) = visitor.raw("/api/v1/werkplekken").get_json()["werkplekken"]
    assert found["foto"]["beschrijving"] == ALT
    assert found["foto"]["url"] == f"http://duiven.localhost:5000{photo_path(shown)}"
    fetched(visitor, photo_path(shown))


def test_a_copy_of_a_workplace_shows_its_photos_too(shown):
    shown.browser.get(f"/aanbieder/werkplekken/{shown.public_id}")
    copy = urlsplit(shown.browser.submit("Maak een kopie").url).path.split("/")[3]
    assert copy != shown.public_id
    page = shown.browser.get(f"/aanbieder/werkplekken/{copy}/fotos")
    sources = [each.get("src", "") for each in html.all_of(html.only(page.tree, "main"), "img")]
    assert len(sources) == 4
    for source in sources:
        assert f"/{copy}/" in source
        fetched(shown.browser, source)


def test_who_is_not_signed_in_sends_nothing(app, provider):
    provider.open()
    stranger = PageClient(app)
    stranger.get("/")
    answer = stranger.raw(provider.address, "POST")
    assert answer.status_code in {303, 400}
    assert provider.photos == ()
