"""The blueprint that the pages for consultants register on."""

from flask import Blueprint

blueprint = Blueprint("consultant", __name__)
