"""Motions and commitments, and how far the promise is kept."""
