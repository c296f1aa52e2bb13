"""The words of negotiations: data in sheets that are checked as they are read, and look-ups in them."""
