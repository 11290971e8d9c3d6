"""Evaluations: what was studied, what came out, what is done with it, and how it should work."""
