"""How often workplaces are looked at: sums per month, nothing of any visitor."""
