"""The form that every form is one of."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import FileField
from wtforms.form import BaseForm

from webapp.core.errors import InvalidInputError
from webapp.web.languages import language_code
from webapp.web.texts import translated


class Form(FlaskForm):
    """A form with CSRF protection, whose fields say what is wrong with them.

    A form ends at a method `to_draft()` of its own: the domain never sees a form.
    """

    class Meta(FlaskForm.Meta):
        """What WTForms itself may have to say, it says in the language of the page."""

        @property
        def locales(self) -> tuple[str, ...]:
            """The languages in which it looks for its sentences."""
            return (language_code(),)

        def wrap_formdata(self, form: BaseForm, formdata: Any) -> Any:  # noqa: ANN401
            """Read the fields of a form that was sent, and nothing else that can be sent.

            A file in place of a text, or JSON that is no object, would break the fields. So files
            are read by the fields for files alone.
            """
            if formdata is None or isinstance(formdata, MultiDict):
                return formdata  # chosen by who makes the form
            sent = [field.name for field in form if isinstance(field, FileField)]
            files = MultiDict((name, file) for name in sent for file in request.files.getlist(name))
            return CombinedMultiDict([files, request.form]) if files else request.form or None

    form_errors: list[str]

    def add_problems(self, problems: Mapping[str, str]) -> None:
        """Show what the domain refused at the fields that it is about; the rest above the form."""
        for name, problem in problems.items():
            sentence = translated(problem)
            holder = self._fields.get(name)
            if holder is None:
                self.form_errors = [*self.form_errors, sentence]
            else:
                holder.errors = [*holder.errors, sentence]

    @contextmanager
    def showing_problems(self) -> Iterator[None]:
        """Show what the domain refuses inside the block at the fields; the block ends there."""
        try:
            yield
        except InvalidInputError as error:
            self.add_problems(error.problems)


def status_of(form: Form) -> int:
    """Return the status of a page with this form: 422 when something in it must be mended."""
    return 422 if form.errors else 200
