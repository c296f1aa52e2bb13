"""How good rejoinder is: gold bundles, floors, and public sets."""
