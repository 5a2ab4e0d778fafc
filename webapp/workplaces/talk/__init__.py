"""What the provider and the municipality say to each other about a workplace."""
