"""What staff look back on: the log in words, and the figures of a municipality."""
