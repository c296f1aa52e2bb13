"""rejoinder keeps the record of a negotiation from the news: who put what to whom, who answered, and who says otherwise."""
