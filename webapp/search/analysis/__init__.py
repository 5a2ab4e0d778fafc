"""The one analysis of Dutch text: every engine gets the same ready tokens."""
