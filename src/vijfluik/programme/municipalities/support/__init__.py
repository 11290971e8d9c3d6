"""What support each municipality gets, beside how comparable ones are treated (VK-01)."""
