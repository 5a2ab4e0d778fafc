"""A provider says that what visitors read is still right; a moderator who heard so says it too."""

from datetime import timedelta

import pytest

from tests.support.mails import queued
from tests.support.page_client import PageClient
from tests.support.people import make_account, sign_in, staff_member
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.mail.site import MailSite
from webapp.workplaces.confirmations import operations
from webapp.workplaces.models import Workplace

TITLE = "Meewerken in de moestuin"


def site_of(municipality, _settings):
    return MailSite(municipality.name, "http://duiven.localhost:5000", "help@duiven.example")


@pytest.fixture
def account(app, session):  # noqa: ARG001 (whose site takes part)
    organisation = make_organisation(session, name="De Tuin")
    made = make_account(session, "mia@tuin.example", organisations=(organisation,))
    long_ago = clock.now() - timedelta(days=300)
    for title in (TITLE, "Helpen in de kas"):
        make_workplace(session, organisation=organisation, title=title, at=long_ago)
    operations.run_due(session, site_of=site_of, now=clock.now())
    session.commit()
    return made


@pytest.fixture
def link(account, session):
    (mail,) = [each for each in queued(session) if each.recipient == account.email]
    path = "/account/klopt-het/" + mail.body_text.split("/account/klopt-het/")[1].split()[0]
    session.rollback()
    return path


def confirmed(database):
    with database.reading() as session:
        found = session.query(Workplace).filter(Workplace.confirmed_at.is_not(None))
        return {each.published_version.content.title for each in found}


def test_one_press_of_one_button_confirms_all(visitor, link, database):
    visitor.get(link)
    assert confirmed(database) == set()
    page = visitor.submit("Ja, dit klopt nog")
    assert "Alles van De Tuin is bevestigd." in page.main_text
    assert confirmed(database) == {TITLE, "Helpen in de kas"}


def test_what_is_left_out_stays_to_be_confirmed(visitor, link, database):
    page = visitor.get(link)
    ids = dict(options(page))
    page = visitor.submit("Ja, dit klopt nog", workplaces=[ids[TITLE]])
    assert "Dank je wel." in page.main_text
    assert confirmed(database) == {TITLE}
    assert "Helpen in de kas" in page.main_text


def test_who_leaves_out_all_is_asked_to_choose(visitor, link, database):
    visitor.get(link)
    page = visitor.submit("Ja, dit klopt nog", workplaces=[], status=422)
    assert "Kies welke werkplekken nog kloppen." in page.errors
    assert confirmed(database) == set()


def test_an_unknown_link_is_told_so(visitor, link):
    visitor.get(link + "x", status=410)


def test_a_provider_confirms_in_the_overview(app, account, database):
    provider = sign_in(PageClient(app), account)
    provider.get("/aanbieder")
    page = provider.submit(f"Klopt nog {TITLE}")
    assert f"We weten nu dat “{TITLE}” klopt." in page.main_text
    assert "Laatst bevestigd op" in page.main_text
    assert confirmed(database) == {TITLE}


@pytest.mark.usefixtures("account")
def test_visitors_and_moderators_see_what_nobody_confirmed(app, session, visitor):
    moderator = staff_member(app, RoleName.MODERATOR)
    later = clock.now() + operations.queries.REMIND_AFTER
    operations.run_due(session, site_of=site_of, now=later)
    later += operations.queries.LAPSES_AFTER
    operations.run_due(session, site_of=site_of, now=later)
    session.commit()
    assert "Niet recent bevestigd" in visitor.get("/werkplekken").main_text
    visitor.follow(TITLE)
    assert "De werkgever heeft al een tijd niet laten weten" in visitor.page.main_text
    moderator.get("/moderatie", soort="niet-bevestigd")
    moderator.follow(TITLE)
    moderator.submit("De aanbieder zegt dat het klopt")
    assert TITLE not in moderator.get("/moderatie", soort="niet-bevestigd").main_text
    visitor.get(visitor.page.url.removeprefix("http://duiven.localhost:5000"))
    assert "Niet recent bevestigd" not in visitor.page.main_text


def options(page):
    """Yield the text and the value of each box on a page."""
    for label in page.tree.iter("label"):
        box = page.tree.find(f".//input[@id='{label.get('for')}']")
        if box is not None and box.get("type") == "checkbox":
            yield "".join(label.itertext()).strip(), box.get("value")
