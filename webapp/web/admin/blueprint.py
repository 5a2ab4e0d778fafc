"""The blueprint that the pages for administrators register on."""

from flask import Blueprint

blueprint = Blueprint("admin", __name__)
