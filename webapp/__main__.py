"""`python -m webapp …` is the same as `webapp …`."""

from webapp.cli import main

main(prog_name="webapp")
