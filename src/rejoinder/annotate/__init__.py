"""Document -> Annotation: sentences, quotations, names, times and reference."""
