"""Finding words in the texts of a register, whatever their capitals and accents.

A table that is searched gets a table beside it (`<table>_search`) with the key, the scope and the
folded text of each row, kept by trigger and behind the same row-level security. PostgreSQL may use
no index on a text under row-level security (LIKE is not leakproof), so each search looks at every
row within reach: a narrow row with its text ready takes a third of the time of the row itself.
"""
