"""The desk in a real browser. Skipped, with a word, where there is no Chromium; `make browser` runs them.

A session that changes the record (a review, from doubt to changed status) stands in test_review.py and works on a
record of its own (`docs.browsing.sample_record` and `served`): the others share one that nothing changes.
"""
