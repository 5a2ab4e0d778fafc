"""Workplaces: what they show, their versions, statuses, visibility and place."""
