"""The column that keeps a content as JSON."""

from typing import Any

from sqlalchemy import JSON, Dialect
from sqlalchemy.types import TypeDecorator

from webapp.workplaces.content import WorkplaceContent, from_json, to_json


class ContentColumn(TypeDecorator[WorkplaceContent]):
    """A WorkplaceContent on the Python side, JSON in the database."""

    impl = JSON
    cache_ok = True

    def process_bind_param(
        self, value: WorkplaceContent | None, dialect: Dialect
    ) -> dict[str, Any] | None:
        del dialect
        return None if value is None else to_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> WorkplaceContent | None:  # noqa: ANN401
        del dialect
        return None if value is None else from_json(value)
