"""One module per command: what it is called, what it takes and what it does."""
