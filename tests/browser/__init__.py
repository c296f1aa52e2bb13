"""The desk in a real browser. Skipped, with a word, where there is no Chromium; `make browser` runs them."""
