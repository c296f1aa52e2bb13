"""One row of the record with the words behind it, and why it is there."""
