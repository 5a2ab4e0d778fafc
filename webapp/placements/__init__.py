"""Placements: somebody works somewhere in a trajectory, and what must be done when."""
