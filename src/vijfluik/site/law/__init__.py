"""Recht: what is in force on a day as known on a day, what lapses when, and what rests on it."""
