"""What English does not say, row by row: one room for each chapter of a grammar."""
