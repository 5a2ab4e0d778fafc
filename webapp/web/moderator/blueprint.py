"""The blueprint that the pages for moderators register on."""

from flask import Blueprint

blueprint = Blueprint("moderator", __name__)
