"""Lists of workplaces that a consultant makes for a client, shares, and asks about."""
