"""The record shown: command line, exports, the brief, and the Python interface."""
