"""The grammar as we read it: one tolerant table per kind of message, for all versions of it."""
