"""Which site answers on which host."""

import pytest

from tests.support.page_client import PageClient


def test_a_municipality_that_takes_part_has_its_own_site(visitor):
    assert visitor.get("/").heading == "Meedoen op een werkplek in Duiven"


def test_a_subdomain_that_does_not_exist_is_not_found(app):
    PageClient(app, host="nergens.localhost:5000").get("/", status=404)


def test_a_municipality_that_does_not_take_part_is_not_found(app):
    PageClient(app, host="utrecht.localhost:5000").get("/", status=404)


def test_a_foreign_host_is_refused(app):
    for host in ("example.org", "localhost.example.org", "duiven.localhost.evil.example"):
        PageClient(app, host=host).get("/", status=400)


@pytest.mark.parametrize("host", ["..localhost:5000", f"{'a' * 64}.localhost:5000"])
def test_a_host_that_cannot_be_a_name_is_not_found(app, host):
    response = app.test_client().get("/", headers={"Host": host})
    assert response.status_code == 404
    assert "<h1" in response.text


def test_the_bare_host_lets_choose_a_municipality(app):
    page = PageClient(app, host="localhost:5000").get("/")
    assert page.links["Duiven"] == "http://duiven.localhost:5000/"
    assert "Utrecht" not in page.links


def test_a_postcode_leads_to_the_site_of_its_municipality(app):
    platform = PageClient(app, host="localhost:5000")
    platform.get("/")
    page = platform.submit("Ga naar mijn gemeente", postcode="6921 ab")
    assert page.url == "http://duiven.localhost:5000/"


def test_a_postcode_that_does_not_exist_is_asked_again_and_kept(app):
    platform = PageClient(app, host="localhost:5000")
    platform.get("/")
    page = platform.submit("Ga naar mijn gemeente", postcode="0000", status=422)
    assert "Deze postcode kennen we niet. Kijk de vier cijfers nog eens na." in page.text
    assert 'value="0000"' in page.response.text
    page = platform.submit("Ga naar mijn gemeente", postcode="", status=422)
    assert page.errors == ["Vul je postcode in, zoals 1234."]


def test_a_municipality_that_does_not_take_part_is_named(app):
    page = PageClient(app, host="localhost:5000").get("/", postcode="3511")
    assert "De gemeente Utrecht doet nog niet mee." in page.text


def test_a_visitor_who_only_looks_gets_no_cookie(visitor):
    assert "Set-Cookie" not in visitor.get("/").response.headers


def test_a_page_that_does_not_exist_says_so_kindly(visitor):
    visitor.get("/bestaat-niet", status=404)


def test_the_process_is_alive_under_any_name(app):
    response = PageClient(app, host="10.0.0.7").raw("/healthz")
    assert response.json == {"status": "ok"}
