"""The offer of all partners together, and trajectories: offers in an order (VK-07, VK-12)."""
