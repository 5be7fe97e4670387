"""A manifesto made a book: chapters in their parts, notes at their ends, indexes at its own."""
