"""What the desk and the brief say, in the languages that they speak."""
