"""The store of the record and its views."""
