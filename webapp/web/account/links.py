"""What a page says when a link from a mail does not work any more."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import render_template
from werkzeug.wrappers import Response

from webapp.accounts.tokens import LinkExpiredError

Arguments = ParamSpec("Arguments")
Answer = str | Response | tuple[str, int]


def opened_by_link(view: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Answer 410 with what to do next when the view finds that its link cannot be used."""

    @wraps(view)
    def guarded(*arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
        try:
            return view(*arguments, **named)
        except LinkExpiredError:
            return render_template("pages/account/link_expired.html"), 410

    return guarded
