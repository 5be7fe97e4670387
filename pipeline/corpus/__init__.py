"""`sources/` -> Corpus: keys typed, references tied, faults collected."""
