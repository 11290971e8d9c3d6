"""The year of a municipality: what it still has to say, each answer an act of its own register."""
