"""A moderator approves small changes together, and one that changed meanwhile is left."""

from collections.abc import Callable

from tests.support.person import ON_A_PHONE, Person

_NEW = {True: "Je werkt buiten, met dieren om je heen.", False: "Je zorgt elke dag voor dieren."}


_TITLE = "Dieren verzorgen op de kinderboerderij"
_APPROVE = "Keur goed wat is aangevinkt"


def _fill_in(provider: Person, summary: str) -> None:
    provider.open("/aanbieder")
    provider.follow(_TITLE)
    provider.follow("Het werk")
    provider.fill({"In het kort": summary})
    provider.press("Bewaar dit onderdeel")
    provider.page.wait_for_load_state()


@ON_A_PHONE
def test_a_moderator_approves_small_changes_together(somebody: Callable[..., Person]) -> None:
    provider, moderator, visitor = somebody(), somebody(), somebody()
    new = _NEW[visitor.has_javascript]
    provider.log_in("riet@debontebok.example")
    _fill_in(provider, "Nog niet goed.")
    provider.follow("Controleer en dien in")
    provider.press("Dien de werkplek in")
    moderator.log_in("moderator.duiven@voorbeeldgemeente.example")
    moderator.open("/moderatie")
    moderator.follow("Kleine wijzigingen samen goedkeuren")
    moderator.press(_APPROVE, status=422)
    moderator.reads("Kies eerst welke wijzigingen je goedkeurt.")
    box = moderator.main.get_by_role("checkbox", name=_TITLE)
    box.check()
    _fill_in(provider, new)
    moderator.press(_APPROVE)
    moderator.page.get_by_text("1 wijziging is intussen veranderd").wait_for()
    moderator.reads(new)
    box.check()
    moderator.press(_APPROVE)
    moderator.page.get_by_text("1 wijziging is goedgekeurd").wait_for()
    visitor.open("/werkplekken?q=kinderboerderij")
    visitor.follow(_TITLE)
    visitor.reads(new)
