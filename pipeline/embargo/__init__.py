"""The second lock: what is held, how it shows, and who reads every finished byte for it."""
