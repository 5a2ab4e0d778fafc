"""A row that is bad is named with its reason, and never spoils the good ones."""

import pytest
from sqlalchemy import func, select

from tests.support.csv_files import summary
from webapp.audit.models import AuditEvent
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.trajectories.products import ProductCode
from webapp.workplaces.models import Workplace

PRODUCTS = ", ".join(ProductCode)


def only_workplace(session):
    return session.scalars(select(Workplace)).one()


def count(session, model):
    number = session.scalar(select(func.count()).select_from(model))
    session.rollback()  # so that the next command need not wait for this session
    return number


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"organisatie": ""}, "organisatie: Vul de naam van de organisatie in."),
        ({"titel": " "}, "titel: Geef de werkplek een naam."),
        ({"gemeente_code": ""}, "gemeente_code: Vul de code van de gemeente in, zoals GM0226."),
        ({"postcode": "", "plaats": ""}, "postcode: Vul de postcode of de plaats in."),
        (
            {"gemeente_code": "GM9999"},
            "gemeente_code: De gemeente 'GM9999' kennen we niet. Schrijf de code, zoals GM0226.",
        ),
        (
            {"kvk_nummer": "123456789"},
            "kvk_nummer: Vul de acht cijfers van het KvK-nummer in, zoals 12345678.",
        ),
        (
            {"kvk_nummer": "901"},
            "kvk_nummer: Vul de acht cijfers van het KvK-nummer in, zoals 12345678.",
        ),
        (
            {"organisatie": "Fietsenmaker De Ketting"},
            (
                "kvk_nummer: Dit nummer is van 'Tuinderij De Voorbeeldhof'. "
                "Verbeter het nummer of de naam van de organisatie."
            ),
        ),
        (
            {"branches": "tuin;raket"},
            "branches: De branche 'raket' kennen we niet. Neem een naam over van de site.",
        ),
        ({"treden": "twee"}, "treden: 'twee' is geen heel getal. Vul een getal in, zoals 4."),
        ({"treden": "7"}, "treden: Kies treden van 1 tot en met 6."),
        (
            {"producten": "stabiel-5"},
            f"producten: Het traject 'stabiel-5' kennen we niet. Kies uit: {PRODUCTS}.",
        ),
        (
            {"dagen": "ma;feestdag"},
            "dagen: De dag 'feestdag' kennen we niet. Schrijf ma, di, wo, do, vr, za of zo.",
        ),
        ({"uren_min": "4,5"}, "uren_min: '4,5' is geen heel getal. Vul een getal in, zoals 4."),
        ({"uren_max": "60"}, "uren_max: Vul een heel getal in van 1 tot en met 40."),
        (
            {"uren_min": "20"},
            "uren_max: Vul bij hooguit evenveel of meer uren in dan bij minstens.",
        ),
        (
            {"postcode": "69212"},
            "postcode: Vul een postcode in van vier cijfers en twee letters, zoals 1234 AB.",
        ),
        (
            {"contact_email": "kas"},
            "contact_email: Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        ),
        ({"website": "kas"}, "website: Vul een webadres in, zoals www.voorbeeld.nl."),
        (
            {"titel": "x" * 101},
            "titel: Maak deze tekst korter: hooguit 100 tekens. Nu zijn het er 101.",
        ),
        (
            {"treden": "9", "uren_min": "veel"},
            (
                "treden: Kies treden van 1 tot en met 6. "
                "uren_min: 'veel' is geen heel getal. Vul een getal in, zoals 4."
            ),
        ),
    ],
)
def test_a_bad_row_is_named_by_line_and_reason_and_the_good_one_kept(
    take_in, session, cells, problem
):
    result = take_in({"titel": "Een goede werkplek"}, cells)
    assert result.exit_code == 1
    assert result.stdout == summary(new=1, bad=1)
    assert result.stderr == f"Regel 3: {problem}\n"
    assert only_workplace(session).latest_version.content.title == "Een goede werkplek"


def test_a_workplace_that_stands_twice_in_a_file_is_taken_in_once(take_in):
    result = take_in({}, {"uren_max": "20"})
    assert result.stderr == "Regel 3: Deze werkplek staat ook op regel 2.\n"
    assert result.stdout == summary(new=1, bad=1)


def test_a_number_never_brings_a_workplace_under_the_name_of_another(take_in, session):
    take_in({}, options=["--publish"])
    result = take_in({"organisatie": "Ander B.V.", "titel": "Nieuw"}, options=["--publish"])
    assert result.stdout == summary(bad=1)
    assert count(session, Workplace) == count(session, Organisation) == 1


def test_an_organisation_that_was_refused_offers_nothing(take_in, session):
    take_in({})
    session.scalars(select(Organisation)).one().status = OrganisationStatus.REJECTED
    session.commit()
    result = take_in({"titel": "Nog een"})
    assert result.stderr == (
        "Regel 2: organisatie: De gemeente heeft deze organisatie afgewezen.\n"
    )


def test_a_row_that_does_not_fit_what_is_known_already_is_bad(take_in, session):
    take_in({"uren_max": "", "uren_min": "20"})
    result = take_in({"uren_min": "", "uren_max": "10"})
    assert result.stdout == summary(bad=1)
    assert only_workplace(session).latest_version.content.hours_max is None


def test_a_sign_up_that_nobody_confirmed_is_not_the_organisation_of_a_file(take_in, session):
    take_in({})
    session.scalars(select(Organisation)).one().status = OrganisationStatus.UNCONFIRMED
    session.commit()
    take_in({})
    assert count(session, Organisation) == 2


def test_nothing_is_kept_of_a_file_with_a_bad_row_when_it_is_all_or_nothing(take_in, session):
    options = ["--publish", "--all-or-nothing"]
    result = take_in({}, {"titel": ""}, options=options)
    assert (result.exit_code, result.stdout) == (1, summary(bad=2))
    assert count(session, Organisation) == count(session, AuditEvent) == 0
    assert take_in({}, {"titel": "B"}, options=options).stdout == summary(new=2)
    assert count(session, Workplace) == 2
