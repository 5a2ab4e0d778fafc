"""Searches that a consultant saves, and the mails about what is new in them."""
