"""The first steps of a new organisation: from its first people to its first report."""
