"""The blueprint that the pages for everyone register on."""

from flask import Blueprint

blueprint = Blueprint("public", __name__)
