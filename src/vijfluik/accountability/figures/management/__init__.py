"""Commands of Django that this room completes."""
