"""From signing up to visitors who read the workplace, and back: everyone by their own pages."""

import re

import pytest

from tests.support.page_client import PageClient
from tests.support.people import database_of, staff_member
from tests.support.provider_signup import ACCOUNT, PASSWORD, SEND, reach_check
from webapp.accounts.models import RoleName
from webapp.mail.models import OutgoingMail
from webapp.workplaces import sectors
from webapp.workplaces.models import Workplace


@pytest.fixture
def address(app):
    """The address at which visitors read the workplace, however often it is asked for."""
    with database_of(app).writing() as session:
        sectors.load(session)

    def address_of_the_workplace():
        with database_of(app).reading() as session:
            return f"/werkplekken/fietsen-maken-{session.query(Workplace).one().public_id}"

    return address_of_the_workplace


def last_mail(app):
    with database_of(app).reading() as session:
        return session.query(OutgoingMail).order_by(OutgoingMail.id.desc()).first()


def signed_up_provider(app):
    """Sign up, press the link in the mail and log in."""
    provider = PageClient(app)
    reach_check(provider)
    provider.submit(SEND)
    provider.get(re.search(r"/account/bevestigen/\S+", last_mail(app).body_text).group())
    provider.submit("Bevestig mijn aanmelding", password=PASSWORD)
    provider.submit("Inloggen", email=ACCOUNT["email"], password=PASSWORD)
    return provider


def test_a_workplace_goes_from_its_provider_by_a_moderator_to_visitors(app, visitor, address):
    provider = signed_up_provider(app)
    assert "Wacht op controle" in provider.get("/aanbieder").main_text
    visitor.get(address(), status=404)

    moderator = staff_member(app, RoleName.MODERATOR)
    moderator.get("/moderatie")
    moderator.follow("Stichting Voorbeeld")
    moderator.submit("Keur de organisatie goed")
    moderator.get("/moderatie")
    moderator.follow("Fietsen maken")
    moderator.submit("Keur de werkplek goed")
    assert last_mail(app).subject == "Je werkplek is goedgekeurd: Fietsen maken"
    assert visitor.get(address()).heading == "Fietsen maken"

    provider.get("/aanbieder")
    provider.submit("Verberg Fietsen maken")
    visitor.get(address(), status=404)
    provider.submit("Maak zichtbaar Fietsen maken")

    provider.follow("Fietsen maken")
    provider.follow("Het werk")
    provider.submit("Bewaar dit onderdeel", summary="Je maakt ook bakfietsen.")
    provider.follow("Controleer en dien in")
    provider.submit("Dien de werkplek in")
    assert "bakfietsen" not in visitor.get(address()).main_text

    moderator.get("/moderatie")
    page = moderator.follow("Fietsen maken")
    assert "Je maakt ook bakfietsen." in page.main_text
    moderator.submit("Stuur terug met uitleg", reason="Hoeveel bakfietsen zijn er?")
    page = provider.get("/aanbieder")
    assert "Hoeveel bakfietsen zijn er?" in page.main_text
    assert "Terug voor aanpassing" in page.main_text
    assert "bakfietsen" not in visitor.get(address()).main_text
