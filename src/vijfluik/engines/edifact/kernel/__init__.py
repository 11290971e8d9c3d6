"""The reader itself: one pass over bytes, from separators to rows of spans, driven by the grammar.

The same source runs compiled (Numba) and as plain Python. What it writes are rows in an arena of
numbers: keys, whole numbers, and for each text column the span of its bytes. All state stands in
one array, so that a call can end anywhere and the next goes on.
"""
