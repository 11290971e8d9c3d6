"""Parliamentary papers."""
