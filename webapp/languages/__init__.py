"""The languages in which residents can read the site: their catalogues, and which are complete."""
