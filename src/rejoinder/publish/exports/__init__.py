"""Rows written for people, spreadsheets and programs."""
