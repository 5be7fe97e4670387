"""Agreement in French: its words, and what each asks of those beside it."""
