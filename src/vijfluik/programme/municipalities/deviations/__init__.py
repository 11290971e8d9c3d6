"""Where a municipality is treated otherwise than comparable ones, and why (VK-01)."""
