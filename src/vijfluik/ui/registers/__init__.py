"""The pages that every register has: list, record, form, confirmation, export, help.

Each is a function that a view of the room calls with what its own queries answered. A room that
needs another page writes an ordinary view and calls none of these.
"""
