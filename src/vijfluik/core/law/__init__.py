"""Provisions of law as data: what is in force on a day, as known on a day, and who confirmed it."""
