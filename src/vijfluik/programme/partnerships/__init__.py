"""Partnerships and programmes: who works together on what ground, until when, and what came of it.

No register here holds data of persons: a partner is an organisation, a post is a function.
"""
