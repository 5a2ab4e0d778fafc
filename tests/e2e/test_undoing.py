"""A moderator thinks again: the decision is undone, and its mail does not go."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.person import ON_A_PHONE, Person
from tests.support.running_site import RunningSite, running_site

_TITLE = "Archief scannen: van papieren map naar computer"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[RunningSite]:
    """The demo's site, where a decision can be undone for ten minutes."""
    with running_site(tmp_path, RATE_LIMITS="0") as running:
        yield running


@ON_A_PHONE
def test_a_moderator_reads_the_mail_decides_undoes_it_and_decides_again(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    moderator = somebody("arnhem")
    moderator.log_in("moderator.arnhem@voorbeeldgemeente.example")
    moderator.follow(_TITLE)
    moderator.press("Bekijk eerst de mail (Keur de werkplek goed)")
    moderator.reads("Onderwerp: Je werkplek is goedgekeurd")
    moderator.press("Keur de werkplek goed")
    moderator.reads(f"“{_TITLE}” staat nu op de site.")
    moderator.press(f"Maak ongedaan {_TITLE}")
    moderator.reads("wacht weer op je besluit. Er gaat geen mail uit.")
    moderator.press("Ik pak dit op")
    moderator.reads("Jij bent hiermee bezig")
    moderator.press("Keur de werkplek goed")
    moderator.reads(f"“{_TITLE}” staat nu op de site.")
    assert not any(_TITLE in mail for mail in site.mails)
