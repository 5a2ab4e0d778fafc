"""The municipality checks what is submitted."""
