"""Fields for what an app shows, and for what lies on paper."""

from typing import Any

from flask_babel import lazy_gettext as _l

from webapp.web.forms.fields import Line
from webapp.web.forms.rules import filled


class AppCode(Line):
    """The code that an app shows now."""

    def __init__(self, label: str = "", **options: Any) -> None:  # noqa: ANN401
        options.setdefault(
            "description", _l("Zes cijfers. Elke halve minuut staat er een nieuwe code in je app.")
        )
        super().__init__(
            label or _l("Code uit je app"),
            [filled(_l("Vul de code in die nu in je app staat."))],
            render_kw={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "spellcheck": "false",
                "size": 12,
            },
            **options,
        )


class PaperCode(Line):
    """A recovery code."""

    def __init__(self, label: str = "", **options: Any) -> None:  # noqa: ANN401
        super().__init__(
            label or _l("Herstelcode"),
            [filled(_l("Vul een van je herstelcodes in."))],
            description=_l("Een van de codes die je bewaarde, zoals k7qhm-3mpxd."),
            render_kw={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "size": 16,
            },
            **options,
        )
