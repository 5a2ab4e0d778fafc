"""The floor: the least that a page of this kind can cost on this server.

One view that renders 20 cards that never change through Jinja; nothing is read from anywhere.
"""

from functools import lru_cache

from flask import Flask, render_template

_CARDS = 20
_TEXT = "Je helpt mee en leert het vak. "

app = Flask(__name__)


@app.get("/<int:size>")
def cards(size: int) -> str:
    """Answer a page of about `size` bytes."""
    return render_template("floor.html", cards=_cards(size))


@lru_cache(maxsize=64)
def _cards(size: int) -> list[dict[str, str]]:
    """Return cards of which the texts fill a page of `size` bytes."""
    bare = len(render_template("floor.html", cards=[_card("")] * _CARDS))
    each = max(0, size - bare) // _CARDS
    return [_card((_TEXT * (each // len(_TEXT) + 1))[:each])] * _CARDS


def _card(text: str) -> dict[str, str]:
    return {
        "title": "Meewerken in de moestuin",
        "organisation": "Stichting Voorbeeld",
        "place": "Groessen",
        "distance": "3 km",
        "summary": text,
    }
