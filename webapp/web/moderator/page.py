"""A page for moderators: the template with the menu beside it."""

from typing import Any

from flask import render_template

from webapp.web.moderator import navigation


def page(view: str, **context: Any) -> str:  # noqa: ANN401 (whatever the template takes)
    """Return the page of `view`, out of templates/pages/moderator."""
    return render_template(
        f"pages/moderator/{view}.html", section_navigation=navigation.sections(), **context
    )
