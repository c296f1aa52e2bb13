"""Every schema of the record, in order."""
