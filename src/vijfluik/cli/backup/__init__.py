"""Backups of the database and of what stands outside it, and the way back (docs/operations.md)."""
