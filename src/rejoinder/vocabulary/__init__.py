"""The words of negotiations, as checked data."""
