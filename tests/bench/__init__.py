"""How fast search and pages are, on a corpus of any size: `make bench`."""
