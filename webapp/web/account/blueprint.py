"""The blueprint that the pages about one's own account register on."""

from flask import Blueprint

blueprint = Blueprint("account", __name__)
