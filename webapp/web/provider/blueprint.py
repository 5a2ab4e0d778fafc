"""The blueprint that the provider's pages register on."""

from flask import Blueprint

blueprint = Blueprint("provider", __name__)
