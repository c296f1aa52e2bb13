"""The desk: the record as web pages, with the same answers as JSON and CSV."""
