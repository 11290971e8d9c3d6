"""Grants: the money of the programme, from budget line to settlement, and the independent fund."""
