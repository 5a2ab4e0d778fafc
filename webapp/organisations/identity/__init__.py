"""A new name or KvK number for an organisation that was checked: asked for, and decided."""
