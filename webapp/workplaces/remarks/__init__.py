"""What visitors say is not right about a workplace."""
