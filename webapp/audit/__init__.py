"""A log of what was done, by whom."""
