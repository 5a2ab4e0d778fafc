"""A consultant saves a search, gets a mail of what is new, and stops these mails."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select, update

from tests.support.mailbox import wait_for_mail
from tests.support.person import AT_A_DESK, ON_A_PHONE, WITHOUT_JAVASCRIPT, Person
from tests.support.running_site import RunningSite
from tests.support.typist import Typist
from webapp.core import clock
from webapp.core.db import Database
from webapp.core.sealing import Sealer
from webapp.mail.site import MailSite
from webapp.search.memory import MemoryEngine
from webapp.search.saved import alerts
from webapp.search.saved.models import SavedSearch
from webapp.search.sources import all_documents

_NORA = "nora.zoekgraag@voorbeeldgemeente.example"
_OVERBETUWE = "GM1734"


def _save(consultant: Person, name: str, rhythm: str) -> None:
    consultant.open("/consulent")
    consultant.fill({"Postcode of plaats van de inwoner": "Elst, Overbetuwe"})
    consultant.press("Zoek werkplekken")
    consultant.follow("Bewaar deze zoekopdracht")
    consultant.press("Bewaar de zoekopdracht", status=422)
    consultant.reads("Geef de zoekopdracht een naam")
    consultant.fill({"Naam van de zoekopdracht": name, rhythm: True})
    consultant.press("Bewaar de zoekopdracht")
    consultant.reads("De zoekopdracht is bewaard.")


def _let_all_be_new(site: RunningSite) -> None:
    """Let what is there be new since yesterday, and look for it as the worker does each day."""
    key = (site.folder / "secret_key").read_text(encoding="utf-8").strip()
    file = site.folder / "webapp.sqlite3"
    database = Database(f"sqlite:///{file}", Sealer([key]))
    with database.writing() as session:
        yesterday = clock.today() - timedelta(days=1)
        session.execute(
            update(SavedSearch)
            .where(SavedSearch.municipality_code == _OVERBETUWE)
            .values(known=[], told_on=yesterday)
        )
        mine = select(SavedSearch.account_id).where(SavedSearch.municipality_code == _OVERBETUWE)
        alerts.tell(
            session,
            MemoryEngine(all_documents(session)),
            _OVERBETUWE,
            session.scalars(mine).one(),
            site_of=lambda municipality, _own: MailSite(
                municipality.name, site.address("overbetuwe", ""), "hulp@overbetuwe.example"
            ),
            now=clock.now(),
        )
    database.engine.dispose()


@ON_A_PHONE
def test_what_is_new_comes_by_mail_and_stops_with_one_button(
    somebody: Callable[..., Person], typist: Callable[..., Typist], site: RunningSite
) -> None:
    consultant, reader = somebody("overbetuwe"), typist("overbetuwe")
    consultant.log_in(_NORA)
    _save(consultant, "Alles in de buurt", "Elke werkdag, als er iets nieuws is")
    _let_all_be_new(site)
    mail = wait_for_mail(site, _NORA, "Alles in de buurt")
    assert "Elst, Overbetuwe" not in mail
    stop = next(word for word in mail.split() if "/account/mail-stoppen/" in word)
    reader.visit(stop)
    reader.press("Stop deze mails")
    reader.reads("Je krijgt geen mail meer over nieuwe werkplekken")
    consultant.open("/consulent/zoekopdrachten")
    consultant.reads("Mail: nooit.")
    consultant.follow("Alles in de buurt")
    consultant.press("Verwijder de zoekopdracht")
    consultant.reads("De zoekopdracht is verwijderd.")


@AT_A_DESK
@WITHOUT_JAVASCRIPT
def test_a_saved_search_is_done_again(somebody: Callable[..., Person]) -> None:
    consultant = somebody("overbetuwe")
    consultant.log_in(_NORA)
    _save(consultant, "Om te herhalen", "Nooit")
    consultant.press("Zoek opnieuw Om te herhalen")
    assert "Elst" not in consultant.page.url
    assert consultant.field("Postcode of plaats van de inwoner").input_value() == "Elst, Overbetuwe"
    consultant.open("/consulent/zoekopdrachten")
    consultant.follow("Om te herhalen")
    consultant.press("Verwijder de zoekopdracht")
    consultant.reads("De zoekopdracht is verwijderd.")
