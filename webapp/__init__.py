"""Werkplekwijzer: a public marketplace of guided workplaces."""
