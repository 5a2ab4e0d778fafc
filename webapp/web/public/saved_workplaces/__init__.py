"""Workplaces that a visitor keeps, in their own browser and nowhere else."""

from webapp.web.public.saved_workplaces import changes, mailing, overview

__all__ = ["changes", "mailing", "overview"]
