"""Who leads in which region, and the house of each with its partners (VK-01, VK-03)."""
