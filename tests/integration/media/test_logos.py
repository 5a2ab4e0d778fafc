"""A member puts the logo of an organisation on the site, replaces it, and takes it off."""

import pytest

from tests.support import html
from tests.support.hostile_photos import PHOTOS
from tests.support.logos import PUT, REMOVE, logo_file, logos_on, member_of_public_organisation
from tests.support.media import fetched, image_of, kept_keys, uploads_of, with_uploads
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.pictures import photo
from tests.support.workplaces import hide, make_organisation
from webapp.audit.models import AuditEvent
from webapp.core import public_stamp
from webapp.media.errors import StorageAwayError
from webapp.organisations.models import Organisation
from webapp.workplaces.models import Workplace


@pytest.fixture
def member(app):
    """A member of an organisation that visitors see."""
    return member_of_public_organisation(app)


def _actions(app):
    with database_of(app).reading() as session:
        events = session.query(AuditEvent).order_by(AuditEvent.id)
        return [each.action for each in events if "logo" in each.action]


def test_visitors_see_a_logo_with_its_true_shape_where_the_name_is(app, member, visitor):
    page = member.send("logo.png", logo_file((600, 200)))
    assert "Het logo staat op jullie pagina" in page.main_text
    (large,) = logos_on(visitor.get(f"/organisaties/x-{member.public_id}"))
    (small,) = logos_on(visitor.get(f"/werkplekken/x-{member.workplace_id}"))
    assert (large["width"], large["height"], large["alt"]) == ("240", "80", "")
    assert (small["width"], small["height"], small["alt"]) == ("120", "40", "")
    for piece in large["srcset"].split(", "):
        path, width = piece.split(" ")
        image = image_of(fetched(visitor, path))
        assert (f"{image.width}w", image.mode) == (width, "RGBA")
    (mine,) = logos_on(page)
    fetched(member.browser, mine["src"])
    assert _actions(app) == ["organisation.logo_changed"]


def test_the_page_says_what_is_taken_before_anything_is_sent(member):
    text = member.open().main_text
    assert "JPEG, PNG, WebP of AVIF, van hooguit 10 MB en 40 megapixel." in text
    assert REMOVE not in text


def test_a_logo_is_answered_with_as_what_it_is_and_may_do_nothing(member, visitor):
    member.send("logo.png", logo_file((100, 50)))
    for extension, kind in (("png", "image/png"), ("webp", "image/webp")):
        answer = fetched(visitor, f"{member.path}/logo/{member.key}/logo-100.{extension}")
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"


@pytest.mark.parametrize("name", ["logo-99.png", "100.png", "logo-100.jpg", "..", "logo-100"])
def test_no_other_file_than_those_of_the_logo_is_given(member, visitor, name):
    member.send("logo.png", logo_file((100, 50)))
    fetched(visitor, f"{member.path}/logo/{member.key}/{name}", 404)


def test_pages_that_are_kept_follow_the_logo(app, member, visitor):
    pages = [f"/organisaties/x-{member.public_id}", f"/werkplekken/x-{member.workplace_id}"]
    pages = [visitor.get(path).url for path in pages]

    def seen():
        return [(visitor.raw(path).headers["ETag"], logos_on(visitor.get(path))) for path in pages]

    def stamp():
        with database_of(app).reading() as session:
            return public_stamp.current(session)

    none, before = seen(), stamp()
    member.send("een.png", logo_file())
    one = seen()
    assert stamp() > before
    member.send("twee.png", logo_file(colour=(9, 9, 9, 9)))
    two = seen()
    member.open()
    member.browser.submit(REMOVE)
    assert seen() == none
    for old, new in ((none, one), (one, two)):
        assert all(a[0] != b[0] and a[1] != b[1] for a, b in zip(old, new, strict=True))


def test_one_button_replaces_a_logo_and_one_takes_it_off(app, member, visitor):
    member.send("een.png", logo_file())
    old = f"{member.path}/logo/{member.key}/logo-120.png"
    fetched(visitor, old)
    member.send("twee.jpg", photo((300, 300)))
    new = f"{member.path}/logo/{member.key}/logo-120.png"
    fetched(visitor, old, 404)
    fetched(visitor, new)
    member.open()
    page = member.browser.submit(REMOVE)
    assert "Het logo is weggehaald." in page.main_text
    assert html.forms_with_button(page.tree, PUT)
    assert member.logo is None
    fetched(visitor, new, 404)
    assert _actions(app) == [
        *("organisation.logo_changed", "organisation.logo_changed"),
        "organisation.logo_removed",
    ]


def test_taking_it_off_twice_is_no_mistake(app, member):
    member.send("een.png", logo_file())
    before = member.open()
    member.browser.submit(REMOVE)
    member.browser.pages.append(before)
    member.browser.submit(REMOVE)
    assert _actions(app).count("organisation.logo_removed") == 1


@pytest.mark.parametrize("kind", PHOTOS)
def test_a_logo_that_is_none_is_refused_in_words_and_the_old_one_stays(app, member, kind):
    name, make, sentence = PHOTOS[kind]
    member.send("goed.png", logo_file())
    key = member.key
    page = member.send(name, make(), status=422)
    (error,) = page.errors
    assert sentence in error
    assert error.endswith(".")
    assert member.key == key
    assert kept_keys(app) == {key}
    assert len(logos_on(page)) == 1


def test_who_chooses_no_file_is_asked_for_one(member):
    member.open()
    page = member.browser.submit(PUT, status=422)
    assert page.errors == ["Kies eerst een bestand met het logo."]


def test_a_refused_logo_leaves_the_details_on_the_page_as_they_are(app, member):
    member.send("geen.png", b"geen logo", status=422)
    page = member.browser.submit(
        "Bewaar de gegevens", contact_name="Bo", contact_email="bo@oven.example"
    )
    assert "zijn bewaard" in page.main_text
    with database_of(app).reading() as session:
        assert session.query(Organisation).one().contact_name == "Bo"


def test_who_changes_the_details_is_not_in_the_way_of_a_new_logo(member):
    before = member.open()
    member.send("een.png", logo_file())
    member.browser.pages.append(before)
    page = member.browser.submit(
        "Bewaar de gegevens", contact_name="Bo", contact_email="bo@oven.example"
    )
    assert "zijn bewaard" in page.main_text


class Away:
    """A storage that does not answer."""

    def put(self, *_files):
        message = "away"
        raise StorageAwayError(message)


def test_a_storage_that_is_away_is_told_and_the_old_logo_stays(app, member):
    member.send("een.png", logo_file())
    key, real = member.key, uploads_of(app).storage
    with_uploads(app, storage=Away())
    page = member.send("twee.png", logo_file(), status=503)
    (error,) = page.errors
    assert error.startswith("We kunnen nu geen bestanden bewaren. Er is niets bewaard.")
    assert "Probeer het over een paar minuten opnieuw." in error
    with_uploads(app, storage=real)
    assert member.key == key


def test_members_of_others_neither_see_it_nor_change_it(app, member, visitor):
    member.send("een.png", logo_file((100, 50)))
    key = member.key
    file = f"{member.path}/logo/{key}/logo-100.png"
    with database_of(app).writing() as session:
        theirs = make_organisation(session)
        account = make_account(session, "els@ander.example", organisations=(theirs,))
        other = theirs.public_id
    stranger = sign_in(PageClient(app), account)
    fetched(stranger, f"/aanbieder{file}", 404)
    token = html.csrf_token(stranger.get("/aanbieder").tree)
    for path in ("logo", "logo/weghalen"):
        stranger.post_raw(f"/aanbieder{member.path}/{path}", {"csrf_token": token}, status=404)
    assert member.key == key
    fetched(visitor, file.replace(member.public_id, other), 404)
    assert visitor.raw(f"/aanbieder{file}").status_code == 303


def test_the_logo_is_gone_as_soon_as_visitors_see_no_workplace(app, member, visitor):
    member.send("een.png", logo_file((100, 50)))
    file = f"{member.path}/logo/{member.key}/logo-100.png"
    with database_of(app).writing() as session:
        hide(session, session.query(Workplace).one())
    fetched(visitor, file, 404)
    answer = fetched(member.browser, f"/aanbieder{file}")
    assert answer.headers["Cache-Control"] == "no-store"
