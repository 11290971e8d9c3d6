"""Charts drawn by hand: the kinds of a report that no chart library draws with hatching."""
