"""Plans of action of municipalities: a model with goals, owners and days to begin with (VK-08)."""
