"""A sheet per municipality: what national partners did there, all as of one closed moment."""
