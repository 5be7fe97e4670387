"""English by its grammar: what each word may be, and what cannot stand behind what."""
