"""Wing 4: what the whole comes to, and how it is accounted for."""
