"""The letter of a deviation: the notice to the municipality that it concerns."""
