"""Workplaces that go for good: asked for, confirmed, and erased after a time to think it over."""
