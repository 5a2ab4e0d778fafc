"""A consultant saves a search, gets a mail of what is new, and stops these mails."""
