"""Municipalities, places and postcodes, who borders on whom, and settings of each."""
