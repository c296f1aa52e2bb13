"""How fast documents are read, beside a parser on the same texts."""
