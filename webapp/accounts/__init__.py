"""Accounts, their roles, tokens, passwords and sessions."""
