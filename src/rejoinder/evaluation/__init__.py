"""How good the record is: gold bundles, scores, floors, and comparison with the last release."""
