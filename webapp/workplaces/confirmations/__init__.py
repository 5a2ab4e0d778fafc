"""Whether what visitors read is still right: asked of the provider, now and then."""
