"""Somebody asks what is kept of them: a moderator finds, gives, puts beyond use and wipes it."""

import json

import pytest
from sqlalchemy import select

from tests.support.enquiries import ASKER_EMAIL, QUESTION, make_enquiry
from tests.support.mails import SITE
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, database_of, make_account, sign_in, staff_member
from tests.support.registrations import make_registration
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.core.restricting import RestrictionGround
from webapp.enquiries.models import Enquiry
from webapp.mail.models import OutgoingMail
from webapp.registrations import operations
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.workplaces import sectors

DESK = "/moderatie/inzage"
EMAIL = "ria@voorbeeld.nl"


@pytest.fixture
def kept(app):
    """A registration of Ria and a question of Vera, in Duiven; return their ids."""
    with database_of(app).writing() as session:
        sectors.load(session)
        organisation = make_organisation(session, contact_email="Sanne@Moestuin.example")
        workplace = make_workplace(session, organisation=organisation)
        asked = make_enquiry(session, workplace, now=clock.now())
        registered = make_registration(session, now=clock.now())
        return {"aanmelding": registered.public_id, "vraag": asked.public_id}


def look_for(moderator, sought, request="access"):
    moderator.get(DESK)
    return moderator.submit("Zoek deze persoon", sought=sought, request=request)


def open_kept(moderator, sought, start):
    look_for(moderator, sought)
    links = moderator.page.links.items()
    return moderator.get(next(url for text, url in links if text.startswith(start)))


def logged(app):
    with database_of(app).reading() as session:
        events = session.scalars(select(AuditEvent).order_by(AuditEvent.id))
        return [(event.action, event.details) for event in events]


@pytest.mark.parametrize("sought", [EMAIL, "RIA@Voorbeeld.nl", "06 12345678", "+31612345678"])
def test_a_resident_is_found_by_address_and_number(moderator, kept, sought):
    page = look_for(moderator, sought)
    assert page.heading == "Wat we van deze persoon bewaren"
    assert page.main_text.count("Aanmelding ") == 1
    assert kept["aanmelding"] in " ".join(page.links.values())


@pytest.mark.parametrize("model", [Registration, Enquiry])
def test_what_is_kept_is_found_by_its_reference(app, moderator, kept, model):
    with database_of(app).reading() as session:
        reference = session.scalars(select(model.reference)).one()
    assert reference in look_for(moderator, reference.lower()).main_text
    assert kept


def test_who_is_the_contact_of_an_organisation_is_found(moderator, kept):
    assert kept
    assert (
        "Contact van Stichting Voorbeeld" in look_for(moderator, "sanne@moestuin.example").main_text
    )


@pytest.mark.parametrize("sought", ["iemand@anders.example", "0687654321", "K7QH-3MPX"])
def test_of_whom_nothing_is_kept_nothing_is_found(moderator, kept, sought):
    assert kept
    assert "We bewaren niets dat hierbij hoort." in look_for(moderator, sought).main_text


@pytest.mark.parametrize("sought", ["ria", "voorbeeld.nl", "12", "ria@"])
def test_a_part_of_an_address_finds_nobody(moderator, sought):
    moderator.get(DESK)
    page = moderator.submit("Zoek deze persoon", status=422, sought=sought, request="access")
    assert "Vul een" in page.main_text
    assert f'value="{sought}"' in page.response.text


def test_the_log_tells_who_sought_and_why_and_not_whom(app, moderator, kept):
    page = open_kept(moderator, EMAIL, "Aanmelding")
    assert "Opgevraagd door Sanne Voorbeeld op" in page.main_text
    events = [(action, details) for action, details in logged(app) if action.startswith("person")]
    assert events == [("person.searched", {"purpose": "access", "by": "email", "found": 1})]
    assert ("registration.looked_at", {"purpose": "access"}) in logged(app)
    assert EMAIL not in str(logged(app))
    assert all(EMAIL not in page.url for page in moderator.pages)
    assert kept


def test_nothing_is_opened_that_was_not_looked_for(moderator, kept):
    moderator.get(f"{DESK}/vraag/{kept['vraag']}", status=404)
    look_for(moderator, EMAIL)
    moderator.get(f"{DESK}/vraag/{kept['vraag']}", status=404)
    look_for(moderator, ASKER_EMAIL)
    assert QUESTION in moderator.get(f"{DESK}/vraag/{kept['vraag']}").main_text
    moderator.get(f"{DESK}/gevonden")
    moderator.submit("Klaar: vergeet wie ik zocht")
    moderator.get(f"{DESK}/vraag/{kept['vraag']}", status=404)


def test_another_municipality_finds_nothing(app, kept):
    arnhem = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    assert "We bewaren niets" in look_for(arnhem, EMAIL).main_text
    arnhem.get(f"{DESK}/aanmelding/{kept['aanmelding']}", status=404)


@pytest.mark.parametrize(
    ("sought", "start", "mine"),
    [(EMAIL, "Aanmelding", "Ik ben graag buiten."), (ASKER_EMAIL, "Vraag", QUESTION)],
)
def test_a_file_holds_all_with_who_took_it_out_and_when(app, moderator, kept, sought, start, mine):
    open_kept(moderator, sought, start)
    file = moderator.raw(moderator.page.links["Download als bestand (JSON)"])
    held = json.loads(file.data)
    assert mine in file.data.decode()
    assert sought in file.data.decode()
    assert held["disclosed"]["by"] == "Sanne Voorbeeld"
    assert held["disclosed"]["at"][:10] == clock.now().isoformat()[:10]
    assert {"registration.exported", "enquiry.exported"} & {action for action, _ in logged(app)}
    assert kept


def restrict(moderator, sought, start):
    open_kept(moderator, sought, start)
    moderator.follow("Stilzetten")
    moderator.submit("Zet dit stil", ground="accuracy")


def test_what_is_restricted_is_seen_and_not_changed_nor_mailed(app, moderator, kept):
    restrict(moderator, EMAIL, "Aanmelding")
    assert "Dit staat stil sinds" in moderator.page.main_text
    path = f"/consulent/aanmeldingen/{kept['aanmelding']}"
    consultant = staff_member(app, RoleName.CONSULTANT)
    assert "Dit staat stil op verzoek" in consultant.get(path).main_text
    consultant.get(f"{path}/contact")
    page = consultant.submit("Bewaar", status=423, channel="phone", outcome="reached")
    assert page.heading == "Dit staat stil op verzoek"
    consultant.get(f"{path}/wissen")
    consultant.submit("Ja, wis de gegevens", status=423)
    with database_of(app).reading() as session:
        about = select(OutgoingMail).where(OutgoingMail.about == kept["aanmelding"])
        assert session.scalars(about).all() == []
    assert ("registration.restricted", {"ground": "accuracy"}) in logged(app)


def test_a_restriction_is_lifted_for_a_reason(app, moderator, kept):
    restrict(moderator, EMAIL, "Aanmelding")
    moderator.follow("Weer gebruiken")
    moderator.submit("Laat dit weer gebruiken", status=422)
    moderator.submit("Laat dit weer gebruiken", reason="settled")
    assert "Dit mag weer gebruikt worden." in moderator.page.main_text
    assert ("registration.restriction_lifted", {"reason": "settled"}) in logged(app)
    consultant = staff_member(app, RoleName.CONSULTANT)
    consultant.get(f"/consulent/aanmeldingen/{kept['aanmelding']}/contact")
    consultant.submit("Bewaar", channel="phone", outcome="reached")


def test_who_asked_for_rest_can_still_wipe_it_with_the_own_link(app, session):
    made = make_registration(session)
    made.restrict(RestrictionGround.OBJECTION, now=clock.now())
    session.flush()
    operations.withdraw(session, made, site=SITE, actor=operations.RESIDENT, now=clock.now())
    assert made.status is RegistrationStatus.WITHDRAWN
    assert app


def test_nobody_answers_a_question_that_rests(app, moderator, kept):
    restrict(moderator, ASKER_EMAIL, "Vraag")
    with database_of(app).writing() as session:
        organisation = session.get_one(
            Enquiry, session.scalars(select(Enquiry.id)).one()
        ).workplace.organisation
        account = make_account(session, organisations=(organisation,))
    provider = sign_in(PageClient(app), account)
    page = provider.get(f"/aanbieder/vragen/{kept['vraag']}")
    assert "Dit staat stil op verzoek" in page.main_text
    assert "Stuur het antwoord" not in page.main_text


@pytest.mark.parametrize(("sought", "start"), [(EMAIL, "Aanmelding"), (ASKER_EMAIL, "Vraag")])
def test_what_is_wiped_is_found_no_more(app, moderator, kept, sought, start):
    open_kept(moderator, sought, start)
    moderator.follow("Wissen")
    page = moderator.submit("Ja, wis deze gegevens")
    assert "We bewaren niets dat hierbij hoort." in page.main_text
    assert {"registration.withdrawn", "enquiry.erased"} & {action for action, _ in logged(app)}
    assert kept


def test_what_rests_is_not_wiped(moderator, kept):
    restrict(moderator, EMAIL, "Aanmelding")
    assert "Wissen" not in moderator.page.links
    moderator.get(f"{DESK}/aanmelding/{kept['aanmelding']}/wissen")
    moderator.submit("Ja, wis deze gegevens", status=423)
