"""What a good sub-editor would send back: one function, one code, one reason."""
