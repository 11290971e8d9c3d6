"""The reach of a publication: what could be reached, and apart from it what was."""
