"""The demonstration programme: invented people, places and records from a seeded generator.

The organisations are those of the source; every person, municipality and record is invented.
"""
