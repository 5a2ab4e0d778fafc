"""What moderators do beside deciding: what was reported, talk, notes, the log, figures."""

from collections.abc import Callable

from tests.support.mailbox import wait_for_mail
from tests.support.person import AT_A_DESK, Person
from tests.support.running_site import RunningSite

_MODERATOR = "moderator.apeldoorn@voorbeeldgemeente.example"
_MANAGER = "simone@devierpoten.example"
_TITLE = "Honden uitlaten en katten verzorgen in een dierenpension"


@AT_A_DESK
def test_what_a_visitor_reports_is_taken_up_and_handled_and_the_visitor_hears_of_it(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    text = "Het adres klopt niet meer." if javascript else "Het nummer klopt niet meer."
    email = f"oplettend.{'met' if javascript else 'zonder'}@bezoeker.example"
    visitor, moderator = somebody("apeldoorn"), somebody("apeldoorn")
    visitor.open("/werkplekken?q=dierenpension")
    visitor.follow(_TITLE)
    visitor.follow("Klopt er iets niet?")
    visitor.press("Meld dit", status=422)
    visitor.main.locator("textarea[name=text]").fill(text)
    visitor.main.locator("input[name=email]").fill(email)
    visitor.press("Meld dit")
    visitor.reads("kenmerk")
    moderator.log_in(_MODERATOR)
    moderator.open("/moderatie?soort=gemeld")
    moderator.main.locator("h2 a").last.click()
    moderator.reads(text)
    moderator.press("Ik pak dit op")
    moderator.reads("Jij bent hiermee bezig")
    moderator.press("Bewaar wat je ermee deed", status=422)
    moderator.fill({"Verwerkt": True})
    moderator.main.locator("textarea").fill("Dank je wel. We hebben het aangepast.")
    moderator.press("Bewaar wat je ermee deed")
    moderator.main.wait_for()
    wait_for_mail(site, email, "We hebben het aangepast.")


@AT_A_DESK
def test_a_moderator_and_a_provider_talk_and_no_provider_reads_a_note(
    somebody: Callable[..., Person], site: RunningSite, *, javascript: bool
) -> None:
    how = "telefonisch" if javascript else "schriftelijk"
    question, note = f"Kan het ook {how}?", f"We overleggen dit {how}."
    moderator, provider = somebody("apeldoorn"), somebody("apeldoorn")
    moderator.log_in(_MODERATOR)
    moderator.open("/moderatie/werkplekken")
    moderator.follow(_TITLE)
    moderator.follow("Gesprek")
    message, own = moderator.main.locator("textarea").all()
    message.fill(question)
    moderator.press("Stuur het bericht")
    moderator.page.get_by_text("Je bericht staat hieronder.").wait_for()
    _, own = moderator.main.locator("textarea").all()
    own.fill(note)
    moderator.press("Bewaar de notitie")
    moderator.page.get_by_text("Je notitie is bewaard.").wait_for()
    assert note not in wait_for_mail(site, _MANAGER, question)
    provider.log_in(_MANAGER)
    provider.follow(_TITLE)
    provider.follow("Gesprek met de gemeente")
    provider.reads(question)
    provider.does_not_read(note)
    provider.main.locator("textarea").fill(f"Ja, {how} kan.")
    provider.press("Stuur")
    provider.reads(f"Ja, {how} kan.")
    moderator.page.reload()
    moderator.reads(f"Ja, {how} kan.")


@AT_A_DESK
def test_a_moderator_looks_in_the_log_at_the_figures_and_chooses_a_mail(
    somebody: Callable[..., Person],
) -> None:
    moderator = somebody("apeldoorn")
    moderator.log_in(_MODERATOR)
    moderator.open("/moderatie/mail")
    moderator.fill({"Elke week, op de eerste werkdag": True})
    moderator.press("Bewaar")
    moderator.page.get_by_text("Bewaard hoe vaak je een mail krijgt.").wait_for()
    moderator.open("/moderatie/logboek")
    moderator.press("Zoek in het logboek")
    with moderator.page.expect_download() as lines:
        moderator.follow("Download deze regels (CSV)")
    assert "Wim Leesgraag" in lines.value.path().read_text("utf-8-sig")
    moderator.open("/moderatie/cijfers")
    with moderator.page.expect_download() as table:
        moderator.main.locator("a[href$='.csv']").first.click()
    assert ";" in table.value.path().read_text("utf-8-sig")
