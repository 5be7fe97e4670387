"""The nouns. Values only: nothing here reads, renders or prints."""
