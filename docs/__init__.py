"""Documentation, and what of it is written by the program."""
