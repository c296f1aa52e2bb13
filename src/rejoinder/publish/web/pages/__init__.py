"""The pages of the desk, a module each: what is asked of the record, and how it is answered."""
