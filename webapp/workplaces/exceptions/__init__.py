"""Exceptions to the location rule: workplaces from elsewhere that a municipality allows."""
