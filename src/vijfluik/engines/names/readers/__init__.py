"""Readers of published lists: each row becomes an entry, or is reported with its place."""
