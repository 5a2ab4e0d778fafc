"""Tariffs of each municipality, by year."""
