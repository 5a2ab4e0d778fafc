"""Questions, tariffs and settings of two that become one: nothing lost, nothing doubled."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.support.mergers import HILVERSUM, NOW, WIJDEMEREN, merge
from tests.support.registrations import make_registration
from webapp.audit.models import AuditEvent
from webapp.content import operations as content
from webapp.content.drafts import QuestionDraft
from webapp.content.faq import Origin, base_questions
from webapp.content.queries import get_question, public_faq
from webapp.core.actor import SYSTEM
from webapp.municipalities import operations
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import Adjacency, change_settings, get_settings
from webapp.registrations import retention
from webapp.registrations.models import Registration
from webapp.tariffs.models import TariffUnit
from webapp.tariffs.operations import TariffDraft, add_tariff
from webapp.tariffs.queries import tariffs_of
from webapp.trajectories.products import ProductCode

BASE_KEY, BASE = next(iter(base_questions().items()))
GROUP = BASE.group_key


@pytest.fixture
def hilversum_takes_part(session):
    operations.join(session, session.get_one(Municipality, HILVERSUM), now=NOW)


def add_question(session, code, question, answer):
    draft = QuestionDraft(question, answer, GROUP)
    return content.add_question(session, code, draft, actor=SYSTEM, now=NOW)


def change_base_question(session, code, answer):
    draft = QuestionDraft(BASE.question, answer, GROUP)
    content.change_question(
        session, code, BASE_KEY, draft, expected_version=0, actor=SYSTEM, now=NOW
    )


def answers(session, code, question):
    return [
        each.answer
        for section in public_faq(session, code)
        for group in section.groups
        for each in group.questions
        if each.question == question
    ]


def add(session, code, cents, year=2027, product=ProductCode.STABLE_3, note=""):
    draft = TariffDraft(
        product=product,
        product_code="",
        unit=TariffUnit.HOUR,
        amount_cents=cents,
        valid_from=date(year, 1, 1),
        valid_to=date(year, 12, 31),
        note=note,
    )
    return add_tariff(session, code, draft, actor=SYSTEM, now=NOW)


def what_the_log_says(session):
    query = select(AuditEvent.details).where(AuditEvent.action == "municipality.merged")
    return session.scalars(query).one()


@pytest.mark.usefixtures("hilversum_takes_part")
def test_a_question_that_only_wijdemeren_answered_is_answered_by_hilversum(session):
    add_question(session, WIJDEMEREN, "Is er een veerpont?", "Ja, in Loosdrecht.")
    merge(session)
    assert answers(session, HILVERSUM, "Is er een veerpont?") == ["Ja, in Loosdrecht."]


@pytest.mark.usefixtures("hilversum_takes_part")
def test_a_question_that_both_answered_alike_is_there_once(session):
    for code in (WIJDEMEREN, HILVERSUM):
        key = add_question(session, code, "Is er koffie?", "Ja.")
    merge(session)
    assert answers(session, HILVERSUM, "Is er koffie?") == ["Ja."]
    assert what_the_log_says(session)["questions"] == {"taken": 0, "hidden": 0}
    assert get_question(session, HILVERSUM, key).version == 1


@pytest.mark.usefixtures("hilversum_takes_part")
def test_of_two_answers_visitors_read_one_and_moderators_find_the_other(session):
    add_question(session, WIJDEMEREN, "Is er koffie?", "Alleen thee.")
    key = add_question(session, HILVERSUM, "Is er koffie?", "Ja.")
    merge(session)
    assert answers(session, HILVERSUM, "Is er koffie?") == ["Ja."]
    other = get_question(session, HILVERSUM, f"{key}-gm1696")
    assert (other.answer, other.is_hidden, other.origin) == ("Alleen thee.", True, Origin.OWN)


@pytest.mark.usefixtures("hilversum_takes_part")
def test_a_site_in_use_keeps_the_answers_of_the_base(session):
    change_base_question(session, WIJDEMEREN, "In Wijdemeren gaat het zo.")
    merge(session)
    assert answers(session, HILVERSUM, BASE.question) == [BASE.answer]
    other = get_question(session, HILVERSUM, f"{BASE_KEY}-gm1696")
    assert (other.answer, other.is_hidden) == ("In Wijdemeren gaat het zo.", True)


def test_a_site_that_only_now_begins_answers_as_the_old_one_did(session):
    change_base_question(session, WIJDEMEREN, "Zo gaat het.")
    merge(session)
    assert answers(session, HILVERSUM, BASE.question) == ["Zo gaat het."]


def test_a_tariff_that_hilversum_lacks_goes_along_and_says_where_it_is_from(session):
    tariff = add(session, WIJDEMEREN, 2050, note="Per uur.")
    long_note = add(session, WIJDEMEREN, 2050, year=2026, note="x" * 95)
    merge(session)
    assert {each.id for each in tariffs_of(session, HILVERSUM)} == {tariff.id, long_note.id}
    assert tariff.note == "Per uur. Was een tarief van Wijdemeren."
    assert long_note.note == "x" * 95


def test_of_two_tariffs_for_one_period_that_of_hilversum_holds(session):
    theirs = add(session, WIJDEMEREN, 2050)
    ours = add(session, HILVERSUM, 2100)
    merge(session)
    assert [each.id for each in tariffs_of(session, HILVERSUM)] == [ours.id]
    assert [each.id for each in tariffs_of(session, WIJDEMEREN)] == [theirs.id]
    assert what_the_log_says(session)["tariffs"] == {
        "taken": 0,
        "left": ["stabiel-3 2027-01-01 - 2027-12-31: € 20,50"],
    }


def test_a_site_that_only_now_begins_gets_all_settings_that_it_lacks(session):
    change_settings(session, WIJDEMEREN, adjacency=Adjacency.PLACE, help_phone="035 000 00 00")
    change_settings(session, HILVERSUM, adjacency=Adjacency.MUNICIPALITY)
    session.flush()
    merge(session)
    settings = get_settings(session, HILVERSUM)
    assert (settings.adjacency, settings.help_phone) == (Adjacency.MUNICIPALITY, "035 000 00 00")
    assert what_the_log_says(session)["settings"] == {
        "filled": ["help_phone"],
        "left": ["adjacency"],
    }
    assert get_settings(session, WIJDEMEREN).adjacency is Adjacency.PLACE


@pytest.mark.usefixtures("hilversum_takes_part")
def test_a_site_in_use_only_gets_what_it_has_nothing_for(session):
    change_settings(
        session,
        WIJDEMEREN,
        site_name="Wijdemeren doet mee",
        adjacency=Adjacency.PLACE,
        products_offered=("stabiel-3",),
        help_phone="035 000 00 00",
        privacy_email="privacy@wijdemeren.example",
    )
    change_settings(session, HILVERSUM, privacy_email="privacy@hilversum.example")
    session.flush()
    before = get_settings(session, HILVERSUM)
    merge(session)
    after = get_settings(session, HILVERSUM)
    assert after.help_phone == "035 000 00 00"
    assert after.privacy_email == "privacy@hilversum.example"
    for name in ("site_name", "adjacency", "products_offered"):
        assert getattr(after, name) == getattr(before, name)


@pytest.mark.usefixtures("hilversum_takes_part")
@pytest.mark.parametrize(("theirs", "ours", "kept"), [(24, 6, 24), (6, 24, 24), (6, None, 12)])
def test_no_registration_is_forgotten_sooner_than_before(session, theirs, ours, kept):
    change_settings(session, WIJDEMEREN, registration_retention_months=theirs)
    if ours:
        change_settings(session, HILVERSUM, registration_retention_months=ours)
    session.flush()
    for code in (WIJDEMEREN, HILVERSUM):
        make_registration(session, municipality_code=code)  # some eight months before
    merge(session)
    assert get_settings(session, HILVERSUM).registration_retention_months == kept
    retention.purge(session, now=NOW)
    assert len(session.scalars(select(Registration)).all()) == 2


@pytest.mark.usefixtures("hilversum_takes_part")
def test_no_placement_is_erased_sooner_than_before(session):
    change_settings(session, WIJDEMEREN, placement_retention_years=5)
    session.flush()
    merge(session)
    assert get_settings(session, HILVERSUM).placement_retention_years == 5
