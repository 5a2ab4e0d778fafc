"""What is kept of people: why, how long, and what they can ask of it."""
