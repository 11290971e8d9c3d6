"""The pages of the grants beside those that every register has."""
