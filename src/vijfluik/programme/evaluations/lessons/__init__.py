"""Lessons of evaluations: published, they are read by every partner of the programme (VK-11)."""
