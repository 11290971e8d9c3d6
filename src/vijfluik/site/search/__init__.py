"""Search over everything: each room answers for itself, within its own access."""
