"""How good the record is: gold bundles, what is scored on them and on public sets, and how."""
