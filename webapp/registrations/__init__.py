"""Residents who register interest."""
