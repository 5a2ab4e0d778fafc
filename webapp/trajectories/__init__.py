"""The participation ladder and the products (trajecten)."""
