"""All HTTP."""
