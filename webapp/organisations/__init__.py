"""Organisations that offer workplaces, and who acts for them."""
