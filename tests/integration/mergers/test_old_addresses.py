"""Whoever comes by an old address or with an old code, is helped by the new municipality."""

import pytest

from tests.support.csv_files import summary, write_csv
from tests.support.mergers import HILVERSUM, NOW, WIJDEMEREN, merge
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.resident_signup import private_link, sign_up
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.municipalities import operations
from webapp.municipalities.models import Municipality
from webapp.workplaces import sectors

OLD_HOST, NEW_HOST = "wijdemeren.localhost:5000", "hilversum.localhost:5000"


@pytest.fixture(autouse=True)
def _site_of_wijdemeren(database):
    with database.writing() as session:
        sectors.load(session)
        operations.join(session, session.get_one(Municipality, WIJDEMEREN), now=NOW)
        make_workplace(
            session,
            title="Bootjes schilderen",
            municipality_code=WIJDEMEREN,
            postcode="1231 AB",
            place="Loosdrecht",
        )


@pytest.fixture
def merged(database):
    with database.writing() as session:
        merge(session)


@pytest.fixture
def old(app):
    return PageClient(app, host=OLD_HOST)


@pytest.mark.usefixtures("merged")
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/werkplekken?q=hout%20zagen&trede=3",
        "/bestaat-niet",
        "/a%0d%0ab?c=%0d%0a",
        "/x//evil.example",
    ],
)
def test_an_old_address_leads_to_the_same_one_on_the_new_host(old, method, path):
    answer = old.raw(path, method)
    assert answer.status_code == 301
    location = answer.headers["Location"]
    assert location.startswith(f"http://{NEW_HOST}/")
    if "%0d" not in path:
        assert location == f"http://{NEW_HOST}{path}"
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.usefixtures("merged")
def test_hilversum_takes_part_from_then_on_by_its_own_name(app, old):
    page = old.get("/")
    assert page.url == f"http://{NEW_HOST}/"
    assert page.heading == "Meedoen op een werkplek in Hilversum"
    assert "Bootjes schilderen" in old.get("/werkplekken").main_text
    names = PageClient(app, host="localhost:5000").get("/").links
    assert "Hilversum" in names
    assert "Wijdemeren" not in names


def test_a_link_in_an_old_mail_still_works(app, old, database):
    sign_up(old)
    link = private_link(old)
    with database.writing() as session:
        merge(session)
    page = PageClient(app, host=OLD_HOST).get(link)
    assert page.url.startswith(f"http://{NEW_HOST}/")
    assert "Ria Voorbeeldsma" in page.main_text


@pytest.mark.usefixtures("merged")
def test_a_form_that_is_sent_to_the_old_host_gives_back_what_was_typed(old):
    answer = old.post_raw(
        "/inwoners/aanmelden",
        {"wishes": "Ik ben graag buiten.", "password": "zeer geheim woord", "csrf_token": "a b"},
        status=410,
    )
    text = answer.get_data(as_text=True)
    assert "Deze site is verhuisd" in text
    assert f'href="http://{NEW_HOST}/"' in text
    assert "Ik ben graag buiten." in text
    assert "zeer geheim woord" not in text
    old.post_raw("/", {}, status=410)


@pytest.mark.usefixtures("merged")
def test_a_form_that_is_too_large_is_refused_as_anywhere(old):
    old.post_raw("/inwoners/aanmelden", {"wishes": "x" * 2_000_000}, status=413)


@pytest.mark.usefixtures("merged")
def test_what_watches_and_what_dresses_the_pages_answers_under_the_old_name_too(old):
    assert old.raw("/healthz").status_code == 200
    with old.raw("/static/css/base.css") as style:
        assert style.status_code == 200


@pytest.mark.usefixtures("merged")
def test_staff_of_wijdemeren_work_on_at_hilversum(app):
    with database_of(app).writing() as session:
        moderator = make_account(session, roles=((RoleName.MODERATOR, HILVERSUM),))
    desk = sign_in(PageClient(app, host=NEW_HOST), moderator)
    assert "Bootjes schilderen" in desk.get("/moderatie/werkplekken").main_text


@pytest.mark.usefixtures("merged")
def test_a_program_may_go_on_using_the_old_code(app):
    platform = PageClient(app, host="localhost:5000")
    by_old, by_new = (
        platform.raw(f"/api/v1/werkplekken?gemeente={code}&gebied=gemeente").json
        for code in (WIJDEMEREN, HILVERSUM)
    )
    assert by_old == by_new
    assert [row["gemeente"] for row in by_old["werkplekken"]] == ["Hilversum"]
    codes = [row["code"] for row in platform.raw("/api/v1/gemeenten").json["gemeenten"]]
    assert (WIJDEMEREN in codes, HILVERSUM in codes) == (False, True)


@pytest.mark.usefixtures("merged")
def test_a_visitor_may_go_on_typing_the_old_name(old):
    old.get("/")
    page = old.get("/werkplekken", postcode="Wijdemeren", gebied="afstand", straal="10")
    assert "Bootjes schilderen" in page.main_text


@pytest.mark.usefixtures("merged")
def test_a_file_with_the_old_code_lands_in_the_new_municipality(command_line, tmp_path, app):
    row = {"gemeente_code": "GM1696", "postcode": "1241 AB", "plaats": "Kortenhoef"}
    for code, outcome in ((WIJDEMEREN, {"new": 1}), (HILVERSUM, {"unchanged": 1})):
        file = write_csv(tmp_path / "werkplekken.csv", row | {"gemeente_code": code})
        assert command_line.run("workplaces", "import", file, "--publish").stdout == summary(
            **outcome
        )
    page = PageClient(app, host=NEW_HOST).get("/werkplekken")
    assert "Meewerken in de kas" in page.main_text


def test_a_namesake_gets_the_host_of_its_own_name(app, database):
    with database.writing() as session:
        municipality = session.get_one(Municipality, HILVERSUM)
        municipality.name = "Wijdemeren"
        merge(session)
    assert PageClient(app, host=OLD_HOST).get("/").url == f"http://{OLD_HOST}/"
