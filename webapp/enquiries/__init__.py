"""Questions about a workplace: a talk between a visitor and a provider, through the site."""
