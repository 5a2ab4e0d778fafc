"""The migrations: numbered, in one line, equal to the models."""

import re

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from webapp import schema
from webapp.core import migrations, resources

FILES = sorted(resources.folder("migrations").glob("versions/*.py"))


def test_they_are_numbered_one_after_the_other():
    numbers = [file.name[:4] for file in FILES]
    assert numbers == [f"{number:04d}" for number in range(1, len(FILES) + 1)]
    assert migrations.head() == numbers[-1]


def test_they_never_import_a_model():
    for file in FILES:
        assert not re.search(r"(from|import) webapp", file.read_text(encoding="utf-8")), file


def test_they_make_what_the_models_describe(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata(connection.dialect.name)) == []


def test_they_can_be_undone_and_done_again(database):
    migrations.downgrade(database.engine, "base")
    migrations.upgrade(database.engine)
    assert migrations.current(database.engine) == migrations.head()
