"""States and edges as data, due dates, four eyes."""
