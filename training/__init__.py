"""Training the reader: passages, examples, network, stages, export."""
