"""Pages of notices, of how they come, and of the private calendar."""
