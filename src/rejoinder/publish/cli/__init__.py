"""The command line. Heavy things are imported by the command that needs them, so that `--help` is quick."""

from rejoinder.publish.cli.running import main

__all__ = ["main"]
