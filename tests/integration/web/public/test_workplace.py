"""The page of one workplace."""

import pytest

from tests.support.page_client import PageClient
from tests.support.workplaces import hide, make_workplace
from webapp.workplaces.models import VersionStatus, Workplace


@pytest.fixture
def add(database):
    """Add a workplace; give its public id."""

    def make(**values):
        with database.writing() as session:
            return make_workplace(session, **values).public_id

    return make


def test_a_visitor_reads_what_the_work_is_and_how_to_begin(visitor, add):
    public_id = add(title="Hout zagen", contact_email="geheim@voorbeeld.nl")
    page = visitor.get(f"/werkplekken/hout-zagen-{public_id}")
    assert page.heading == "Hout zagen"
    for text in ("Voorbeeldstraat 1", "Zaaien, wieden en oogsten.", "Laatst gecontroleerd op"):
        assert text in page.main_text
    assert "geheim@voorbeeld.nl" not in page.text


@pytest.mark.parametrize("slug", ["iets-anders", "Hout-Zagen", "x"])
def test_an_old_title_leads_to_the_address_of_today(visitor, add, slug):
    public_id = add(title="Hout zagen")
    answer = visitor.raw(f"/werkplekken/{slug}-{public_id}")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/werkplekken/hout-zagen-{public_id}"


def test_a_title_without_letters_has_an_address_too(visitor, add):
    public_id = add(title="!?")
    assert visitor.get(f"/werkplekken/x-{public_id}").url.endswith(f"/werkplek-{public_id}")


def test_on_another_host_the_page_names_its_own_address(app, add):
    public_id = add(title="Hout zagen")
    page = PageClient(app, host="arnhem.localhost:5000").get(f"/werkplekken/hout-zagen-{public_id}")
    own = f"http://duiven.localhost:5000/werkplekken/hout-zagen-{public_id}"
    assert f'<link rel="canonical" href="{own}">' in page.response.text


def test_what_is_hidden_or_not_approved_is_not_found(visitor, add, database):
    hidden, draft = add(title="Hout"), add(title="Hout", status=VersionStatus.DRAFT)
    with database.writing() as session:
        hide(session, session.query(Workplace).filter_by(public_id=hidden).one())
    for public_id in (hidden, draft, "bestaatniet", "%00", "%F0%9F%9A%B2"):
        visitor.get(f"/werkplekken/hout-{public_id}", status=404)
