"""Bills, from preparation to being in force."""
