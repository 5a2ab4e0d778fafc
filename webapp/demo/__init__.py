"""Believable data for trying the site."""
