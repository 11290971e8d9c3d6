"""What was measured before and after an intervention, of groups and never of a person (VK-11)."""
