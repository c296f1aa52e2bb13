"""Annotation -> statements and moves of one document."""
