"""Run the migrations over the engine that the application hands over."""

from alembic import context
from sqlalchemy import Enum
from sqlalchemy.types import TypeDecorator

attributes = context.config.attributes


def render_item(kind, obj, _autogen_context):
    """Write our own column types as the plain ones below them: a migration imports no model."""
    if kind == "type" and isinstance(obj, TypeDecorator):
        return f"sa.{obj.impl!r}"
    if kind == "type" and isinstance(obj, Enum):
        return f"sa.String(length={obj.length})"
    return False


with attributes["engine"].connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=attributes.get("metadata"),
        include_object=attributes.get("include_object"),
        render_item=render_item,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
