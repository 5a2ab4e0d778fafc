"""Questions and pages: a shared base, and what a municipality adds."""
