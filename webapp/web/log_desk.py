"""The log of a municipality or of the platform: a page of it, and the whole of it as a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from flask import Response, request
from flask_babel import gettext as _

from webapp.audit.models import AuditEvent
from webapp.audit.operations import record
from webapp.audit.queries import Key, Selection, events_of, key_of
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.insight.log_names import subjects_called
from webapp.municipalities.succession import codes_of
from webapp.web.csv_answer import Watermark, csv_answer
from webapp.web.edge import db
from webapp.web.filters import moment
from webapp.web.forms.log import LogForm, log_form
from webapp.web.log_rows import LogRow, rows_of
from webapp.web.log_words import actions_of
from webapp.web.ports import ports

_SIZE = 30
_AT_ONCE = 500


@dataclass(frozen=True)
class LogDesk:
    """The log that somebody may read: of `municipality_code`, or (None) of the whole platform."""

    municipality_code: str | None
    people: Sequence[tuple[str, str]]
    field_labels: Mapping[str, str]

    @cached_property
    def form(self) -> LogForm:
        """What is asked for."""
        form = log_form(self.people)
        form.validate()
        return form

    @cached_property
    def selection(self) -> Selection:
        """What is asked for, as the log understands it."""
        code, form = self.municipality_code, self.form
        codes = None if code is None else codes_of(db(), code)
        sort = form.chosen_sort
        return Selection(
            codes=codes,
            subjects=subjects_called(db(), form.text, codes) if form.text else None,
            actor=form.actor.data or None,
            actions=actions_of(sort) if sort else None,
            first=form.first.data,
            last=form.last.data,
        )

    @cached_property
    def _events(self) -> Sequence[AuditEvent]:
        """A page of it, with one more that tells whether there are others."""
        if self.form.errors:
            return ()
        before = Key.read(request.args.get("voor", ""))
        return events_of(db(), self.selection, before=before, limit=_SIZE + 1)

    @cached_property
    def rows(self) -> list[LogRow]:
        """The page, in words."""
        return rows_of(db(), self._events[:_SIZE], self.field_labels)

    @property
    def older_url(self) -> str | None:
        """The address of the page behind this one."""
        if len(self._events) <= _SIZE:
            return None
        return self._address(request.path, voor=str(key_of(self._events[_SIZE - 1])))

    @property
    def is_begin(self) -> bool:
        """Whether this is the page with the newest."""
        return not request.args.get("voor")

    def url_of(self, path: str, **values: str) -> str:
        """Return the address of `path` for the same choice, or with other `values`."""
        return self._address(path, **values)

    def as_file(self, actor: Actor) -> Response:
        """Return the whole choice as a file, and log that it was made."""
        selection = self.selection
        asked = [name for name in ("q", "wie", "wat", "van", "tot") if request.args.get(name)]
        record(
            db(),
            "log.exported",
            subject=("log", "audit"),
            actor=actor,
            now=clock.now(),
            municipality_code=self.municipality_code,
            asked=asked,
        )
        columns = [_("Moment"), _("Wat"), _("Wie"), _("Waarover"), _("Gemeente"), _("Meer")]
        return csv_answer("logboek", columns, self._file_rows(selection), Watermark.of(actor.name))

    def _file_rows(self, selection: Selection) -> Iterator[list[str]]:
        """Yield the rows, with a session of their own: the request's is closed by then."""
        before = None
        while True:
            with ports().database.reading() as session:
                events = events_of(session, selection, before=before, limit=_AT_ONCE)
                rows = rows_of(session, events, self.field_labels)
            for row in rows:
                more = "; ".join(row.lines)
                yield [
                    moment(row.at), row.action, row.doer, row.subject, row.municipality, more,
                ]  # fmt: skip
            if len(events) < _AT_ONCE:
                return
            before = key_of(events[-1])

    @staticmethod
    def _address(path: str, **values: str) -> str:
        kept = {name: text for name, text in request.args.items() if text and name != "voor"}
        query = urlencode({**kept, **values})
        return f"{path}?{query}" if query else path
