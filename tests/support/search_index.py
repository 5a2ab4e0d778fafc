"""The search index of an application under test."""

from flask import Flask

from webapp.core.db import Database
from webapp.search import indexing
from webapp.web.ports import ports


def bring_up_to_date(app: Flask, database: Database) -> None:
    """Do what the worker does, until nothing waits."""
    with app.app_context():
        engine = ports().search_engine
    indexing.repair(database, engine)
    while indexing.apply_changes(database, engine):
        pass
