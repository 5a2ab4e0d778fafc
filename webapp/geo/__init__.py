"""Coordinates, distances, and finding the coordinates of an address."""
