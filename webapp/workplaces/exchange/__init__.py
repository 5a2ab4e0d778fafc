"""Workplaces as rows of a CSV file: in and out."""
