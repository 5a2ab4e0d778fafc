"""Files in which providers send many workplaces at once, kept until they are taken in."""
