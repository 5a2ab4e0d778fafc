"""Files that people send: what is taken, in which sizes it is shown, and where it is kept."""
