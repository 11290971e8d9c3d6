"""What resolutions ask, and which item carries it out."""
