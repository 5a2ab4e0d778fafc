"""The interface for programs, by the NLGov REST API Design Rules."""

from webapp.web.api import municipalities, workplaces
from webapp.web.api.blueprint import blueprint

__all__ = ["blueprint", "municipalities", "workplaces"]
