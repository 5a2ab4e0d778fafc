"""A provider fills in a workplace, section by section."""

from datetime import date

import pytest

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.providers import provider_with, stored
from tests.support.workplaces import DEFAULT_CONTENT, make_organisation
from webapp.trajectories.products import ProductCode
from webapp.workplaces.content import Contract, WorkplaceContent
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.sections import FIELDS, Section
from webapp.workplaces.vocabulary import Availability, QualityMark, WorkPressure

SAVE = "Bewaar dit onderdeel"
DRAFT = VersionStatus.DRAFT


def content_of(app, public_id):
    return stored(app, public_id).latest_version.content


def open_section(browser, public_id, section):
    return browser.get(f"/aanbieder/werkplekken/{public_id}/{section.value}")


def test_a_provider_begins_a_workplace_with_a_name(app):
    browser, _ = provider_with(app)
    browser.get("/aanbieder/werkplekken/nieuw")
    page = browser.submit("Begin met deze werkplek", title="Fietsen maken")
    assert page.heading == "Het werk"
    browser.get("/aanbieder")
    page = browser.follow("Fietsen maken")
    assert "Van de 6 verplichte onderdelen zijn er 0 klaar." in page.main_text


def test_a_workplace_without_a_name_is_not_begun(app):
    browser, _ = provider_with(app)
    browser.get("/aanbieder/werkplekken/nieuw")
    page = browser.submit("Begin met deze werkplek", status=422)
    assert page.errors == ["Geef de werkplek een naam."]


def test_pressing_twice_begins_one_workplace(app):
    browser, _ = provider_with(app)
    first = browser.get("/aanbieder/werkplekken/nieuw")
    browser.submit("Begin met deze werkplek", title="Fietsen maken")
    browser.pages.append(first)
    browser.submit("Begin met deze werkplek", title="Fietsen maken")
    with database_of(app).reading() as session:
        assert session.query(Workplace).count() == 1


def test_a_workplace_is_not_begun_in_the_place_of_somebody_elses(app):
    _, (theirs,) = provider_with(app, DRAFT)
    browser, _ = provider_with(app)
    browser.get("/aanbieder/werkplekken/nieuw")
    browser.submit("Begin met deze werkplek", title="Fietsen maken", key=theirs, status=409)
    assert content_of(app, theirs) == DEFAULT_CONTENT


def test_who_acts_for_two_organisations_chooses_one(app, session):
    mine = tuple(make_organisation(session, name=name) for name in ("De Een", "De Ander"))
    account = make_account(session, organisations=mine)
    session.commit()
    browser = sign_in(PageClient(app), account)
    browser.get("/aanbieder/werkplekken/nieuw")
    page = browser.submit("Begin met deze werkplek", title="Fietsen maken", status=422)
    assert page.errors == ["Kies voor welke organisatie deze werkplek is."]
    browser.submit("Begin met deze werkplek", organisation=mine[1].public_id)
    with database_of(app).reading() as after:
        assert after.query(Workplace).one().organisation_id == mine[1].id


@pytest.mark.parametrize("section", Section)
def test_saving_a_section_as_it_is_changes_nothing(app, section):
    filled = DEFAULT_CONTENT.changed(
        products=(ProductCode.STABLE_3,),
        work_pressure=WorkPressure.LOW,
        try_out=True,
        service_area=("GM0293",),
        places=3,
        quality_marks=(QualityMark.OVAL,),
        contracts=(Contract("Regio", (ProductCode.STABLE_4,), date(2026, 1, 1), None),),
        contact_email_public=True,
    )
    values = {name: getattr(filled, name) for name in WorkplaceContent.__dataclass_fields__}
    browser, (public_id,) = provider_with(app, DRAFT, **values)
    open_section(browser, public_id, section)
    page = browser.submit(SAVE)
    assert "is bewaard" in page.main_text
    assert content_of(app, public_id) == filled


def test_what_is_typed_freely_is_kept_tidily(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    open_section(browser, public_id, Section.WHERE)
    browser.submit(SAVE, postcode=" 6811ab ", place="Arnhem", service_area=["GM0293"])
    content = content_of(app, public_id)
    assert (content.postcode, content.service_area) == ("6811 AB", ("GM0293",))
    assert stored(app, public_id).latest_version.place_key == "Arnhem|GM0202"


def test_a_place_that_lies_elsewhere_than_its_postcode_is_told_at_its_field(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    open_section(browser, public_id, Section.WHERE)
    page = browser.submit(SAVE, status=422, postcode="6921 AB", place="Amsterdam")
    assert page.errors == [
        "Bij postcode 6921 hoort de plaats Duiven. Verbeter de plaats of de postcode."
    ]
    assert 'value="Amsterdam"' in page.response.text
    assert content_of(app, public_id).place != "Amsterdam"


def test_choices_are_kept_and_can_be_taken_back(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    open_section(browser, public_id, Section.AUDIENCE)
    browser.submit(SAVE, rungs=["3", "4"], work_pressure="low", try_out="y")
    content = content_of(app, public_id)
    assert (content.rungs, content.work_pressure) == ((3, 4), WorkPressure.LOW)
    assert content.try_out
    open_section(browser, public_id, Section.AUDIENCE)
    browser.submit(SAVE, work_pressure="", try_out=None)
    content = content_of(app, public_id)
    assert (content.work_pressure, content.try_out) == (None, False)


def test_availability_is_dated_when_it_changes(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    open_section(browser, public_id, Section.CAPACITY)
    browser.submit(SAVE, availability="wachtlijst")
    content = content_of(app, public_id)
    assert content.availability is Availability.WAITING_LIST
    assert content.availability_on is not None


def test_a_contract_is_added_and_there_is_room_for_another(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    open_section(browser, public_id, Section.STATUS)
    browser.submit(
        SAVE,
        contract_1_party="Regio Voorbeeld",
        contract_1_products=["stabiel-3"],
        contract_1_from="01-01-2026",
        contract_1_to="2027-12-31",
    )
    (contract,) = content_of(app, public_id).contracts
    assert contract == Contract(
        "Regio Voorbeeld", (ProductCode.STABLE_3,), date(2026, 1, 1), date(2027, 12, 31)
    )
    page = open_section(browser, public_id, Section.STATUS)
    assert "contract_2_party" in html.field_names(html.forms_with_button(page.tree, SAVE)[0][0])
    browser.submit(
        SAVE, contract_1_party="", contract_1_products=[], contract_1_from="", contract_1_to=""
    )
    assert content_of(app, public_id).contracts == ()


@pytest.mark.parametrize(
    ("section", "values", "errors"),
    [
        (
            Section.WHAT,
            {"title": "", "sectors": []},
            ["Geef de werkplek een naam.", "Kies minstens één soort werk."],
        ),
        (
            Section.WHERE,
            {"postcode": "Duiven"},
            ["Vul een postcode in van vier cijfers en twee letters, zoals 1234 AB."],
        ),
        (Section.WHEN, {"hours_min": "acht"}, ["Vul een heel getal in, zoals 8."]),
        (
            Section.WHEN,
            {"hours_min": "20", "hours_max": "8"},
            ["Vul bij hooguit evenveel of meer uren in dan bij minstens."],
        ),
        (
            Section.GUIDANCE,
            {"guidance_kind": "ver weg"},
            ["Kies of de begeleiding dichtbij of op afstand is."],
        ),
        (Section.STATUS, {"contract_1_from": "morgen"}, ["Vul een datum in, zoals 31-12-2026."]),
        (
            Section.CONTACT,
            {"contact_email": "", "contact_phone": ""},
            ["Vul een e-mailadres of een telefoonnummer in."],
        ),
        (
            Section.CONTACT,
            {"contact_email": "sanne"},
            ["Vul een e-mailadres in, zoals naam@voorbeeld.nl."],
        ),
    ],
)
def test_a_mistake_is_told_at_the_field_and_nothing_is_lost(app, section, values, errors):
    browser, (public_id,) = provider_with(app, DRAFT)
    open_section(browser, public_id, section)
    page = browser.submit(SAVE, status=422, **values)
    assert page.errors == errors
    assert page.title.startswith(f"Fout: {page.heading}")
    assert content_of(app, public_id) == DEFAULT_CONTENT
    form, pressed = html.forms_with_button(page.tree, SAVE)[0]
    sent = html.values_of(form, pressed)
    typed = {name: value for name, value in values.items() if value and value != "ver weg"}
    assert {name: sent[name] for name in typed} == typed


def test_a_contract_without_a_party_is_told_above_the_form(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    open_section(browser, public_id, Section.STATUS)
    page = browser.submit(SAVE, status=422, contract_1_from="01-01-2026")
    assert "Vul bij elk contract in met welke gemeente of regio het is." in page.main_text


def test_the_second_of_two_editors_sees_both_and_decides(app):
    first, (public_id,) = provider_with(app, DRAFT)
    second = PageClient(app)
    second.client = first.client
    open_section(first, public_id, Section.WHAT)
    open_section(second, public_id, Section.WHAT)
    first.submit(SAVE, title="Titel van de eerste", tasks="Taken van de eerste.")
    page = second.submit(SAVE, status=409, title="Titel van de tweede")
    assert "Iemand anders was je voor" in page.main_text
    assert "Titel van de eerste" in page.main_text
    assert content_of(app, public_id).title == "Titel van de eerste"
    form, pressed = html.forms_with_button(page.tree, SAVE)[0]
    assert html.values_of(form, pressed)["title"] == "Titel van de tweede"
    second.submit(SAVE)
    assert content_of(app, public_id).title == "Titel van de tweede"


def test_an_unknown_section_is_not_there(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    browser.get(f"/aanbieder/werkplekken/{public_id}/geheim", status=404)


def test_every_field_but_the_date_that_the_site_sets_can_be_filled_in(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    asked = set()
    for section in Section:
        page = open_section(browser, public_id, section)
        asked |= html.field_names(html.forms_with_button(page.tree, SAVE)[0][0])
    every = {name for names in FIELDS.values() for name in names}
    assert every - asked == {"availability_on", "contracts", "videos"}


def test_a_change_to_an_approved_workplace_is_a_draft_that_visitors_do_not_see(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    open_section(browser, public_id, Section.WHAT)
    page = browser.submit(SAVE, title="Ander werk")
    assert page.heading == "Ander werk"
    assert "Bezoekers zien nog de vorige, goedgekeurde versie." in page.main_text
    assert stored(app, public_id).published_version_id != stored(app, public_id).latest_version.id


def test_a_provider_sees_the_workplace_as_visitors_will(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    page = browser.follow("Bekijk het voorbeeld")
    assert page.heading == "Meewerken in de moestuin"
    assert "Zaaien, wieden en oogsten." in page.main_text
    assert "sanne@moestuin.example" not in page.text
