"""A provider hands in several drafts at once, each by the rules of one alone."""

from tests.support.people import database_of
from tests.support.providers import stored
from tests.support.sheets import Sender
from tests.support.statements import counted_statements
from webapp.mail.models import OutgoingMail
from webapp.organisations.models import Organisation
from webapp.workplaces.models import VersionStatus, WorkplaceVersion

APPROVED, DRAFT, SUBMITTED = (
    VersionStatus.APPROVED,
    VersionStatus.DRAFT,
    VersionStatus.SUBMITTED,
)
BUTTON = "Dien in wat is aangevinkt"
NOTHING_CHOSEN = "Vink eerst aan welke werkplekken je indient."


def path_of(sender):
    return f"/aanbieder/organisaties/{sender.organisation_id}/concepten"


def key_of(sender, public_id):
    return f"{public_id}-{stored(sender.app, public_id).latest_version.lock}"


def statuses(sender):
    return [stored(sender.app, each).latest_version.status for each in sender.ids]


def mails(app):
    with database_of(app).reading() as session:
        return [(mail.kind, mail.body_text) for mail in session.query(OutgoingMail)]


def change(browser, public_id, section="wat", **values):
    browser.get(f"/aanbieder/werkplekken/{public_id}/{section}")
    browser.submit("Bewaar dit onderdeel", **values)


def test_a_provider_with_two_drafts_is_led_there_and_hands_both_in(app):
    sender = Sender(app, DRAFT, count=2)
    sender.browser.get("/aanbieder")
    link = next(text for text in sender.browser.page.links if text.startswith("Dien concepten"))
    page = sender.browser.follow(link)
    assert "2 werkplekken zijn compleet" in page.main_text
    sender.browser.follow("Vink alles aan")
    page = sender.browser.submit(BUTTON)
    assert "2 werkplekken zijn ingediend." in page.main_text
    assert "Alles is ingediend." in page.main_text
    assert statuses(sender) == [SUBMITTED, SUBMITTED]
    ((kind, text),) = mails(app)
    assert kind == "workplaces/several_received"
    assert text.count("- Meewerken in de moestuin") == 2


def test_one_draft_alone_has_no_link_and_is_mailed_as_ever(app):
    sender = Sender(app, DRAFT)
    page = sender.browser.get("/aanbieder")
    assert "Dien concepten samen in" not in page.main_text
    sender.browser.get(path_of(sender))
    sender.browser.submit(BUTTON, chosen=key_of(sender, sender.ids[0]))
    assert [kind for kind, _text in mails(app)] == ["workplaces/received"]


def test_only_what_is_ticked_is_handed_in(app):
    sender = Sender(app, DRAFT, count=2)
    sender.browser.get(path_of(sender))
    page = sender.browser.submit(BUTTON, status=422)
    assert page.errors == [NOTHING_CHOSEN]
    page = sender.browser.submit(BUTTON, chosen=key_of(sender, sender.ids[1]))
    assert "1 werkplek is ingediend." in page.main_text
    assert statuses(sender) == [DRAFT, SUBMITTED]


def test_what_misses_is_told_with_the_way_to_mend_it_and_has_no_box(app):
    sender = Sender(app, DRAFT, day_parts=())
    page = sender.browser.get(path_of(sender))
    assert "1 werkplek is nog niet compleet" in page.main_text
    assert BUTTON not in page.main_text
    link = next(text for text in page.links if text.startswith("Kies minstens één dagdeel."))
    assert sender.browser.follow(link).heading == "Dagen en uren"


def test_what_needs_no_check_goes_live_and_the_rest_waits(app):
    sender = Sender(app, APPROVED, DRAFT)
    change(sender.browser, sender.ids[0], section="wanneer", hours_max="9")
    page = sender.browser.get(path_of(sender))
    assert "Wat verandert: Meeste aantal uren per week." in page.main_text
    page = sender.browser.submit(BUTTON, chosen=[key_of(sender, each) for each in sender.ids])
    assert "1 wijziging staat nu op de site: “Meewerken in de moestuin”." in page.main_text
    assert "1 werkplek is ingediend." in page.main_text
    assert statuses(sender) == [APPROVED, SUBMITTED]
    assert [kind for kind, _text in mails(app)] == ["workplaces/received"]


def test_what_a_colleague_changed_meanwhile_is_left_and_keeps_no_other_back(app):
    sender = Sender(app, DRAFT, count=2)
    page = sender.browser.get(path_of(sender))
    keys = [key_of(sender, each) for each in sender.ids]
    change(sender.colleague(), sender.ids[0], title="Iets anders")
    sender.browser.pages.append(page)
    page = sender.browser.submit(BUTTON, chosen=keys)
    assert "1 werkplek is intussen veranderd en niet ingediend: “Iets anders”." in page.main_text
    assert "1 werkplek is ingediend." in page.main_text
    assert statuses(sender) == [DRAFT, SUBMITTED]


def test_a_box_that_was_made_up_for_what_is_not_complete_hands_nothing_in(app):
    sender = Sender(app, DRAFT, count=2)
    page = sender.browser.get(path_of(sender))
    with database_of(app).writing() as session:
        version = session.query(WorkplaceVersion).order_by(WorkplaceVersion.id).first()
        version.content = version.content.changed(summary="")
    sender.browser.pages.append(page)
    page = sender.browser.submit(BUTTON, chosen=key_of(sender, sender.ids[0]))
    assert "1 werkplek is nog niet compleet en niet ingediend" in page.main_text
    assert statuses(sender) == [DRAFT, DRAFT]


def test_pressing_twice_hands_in_once_and_mails_once(app):
    sender = Sender(app, DRAFT)
    page = sender.browser.get(path_of(sender))
    chosen = key_of(sender, sender.ids[0])
    sender.browser.submit(BUTTON, chosen=chosen)
    sender.browser.pages.append(page)
    page = sender.browser.submit(BUTTON, chosen=chosen)
    assert "1 werkplek had je al ingediend" in page.main_text
    assert len(mails(app)) == 1


def test_what_was_returned_is_there_too_and_says_so(app):
    sender = Sender(app, DRAFT, VersionStatus.RETURNED)
    page = sender.browser.get(path_of(sender))
    assert "2 werkplekken zijn compleet" in page.main_text
    assert "Terug voor aanpassing" in page.main_text


def test_a_draft_of_another_organisation_is_not_handed_in(app):
    sender, other = Sender(app, DRAFT), Sender(app, DRAFT)
    sender.browser.get(path_of(other), status=404)
    sender.browser.get(path_of(sender))
    page = sender.browser.submit(BUTTON, chosen=key_of(other, other.ids[0]))
    assert "Deze werkplekken zijn er niet meer." in page.main_text
    assert statuses(other) == [DRAFT]


def test_an_organisation_that_was_refused_hands_nothing_in(app):
    sender = Sender(app, DRAFT)
    with database_of(app).writing() as session:
        session.query(Organisation).filter_by(
            public_id=sender.organisation_id
        ).one().status = "rejected"
    page = sender.browser.get(path_of(sender))
    assert "Daarom kun je niets indienen." in page.main_text
    assert BUTTON not in page.main_text


def test_many_drafts_cost_no_more_statements_than_few(app):
    few, many = Sender(app, DRAFT, count=3), Sender(app, DRAFT, count=30)
    counts = []
    for sender in (few, many):
        sender.browser.get(path_of(sender))
        with counted_statements(database_of(app)) as statements:
            sender.browser.get(path_of(sender))
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_what_does_not_fit_on_a_page_comes_when_the_rest_is_done(app):
    sender = Sender(app, DRAFT, count=41)
    page = sender.browser.get(path_of(sender), alles="aan")
    assert "Dit zijn de eerste 40 van 41." in page.main_text
    page = sender.browser.submit(BUTTON)
    assert "40 werkplekken zijn ingediend." in page.main_text
    assert "1 werkplek is compleet" in page.main_text


def test_of_many_that_are_not_complete_the_oldest_are_shown(app):
    sender = Sender(app, DRAFT, count=30, title="", tasks="")
    page = sender.browser.get(path_of(sender))
    assert "Dit zijn de eerste 10 van 30." in page.main_text
