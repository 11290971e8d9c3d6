"""Figures: definitions as data, computed from records as known at a closed moment, with receipts.

`actions.issue` computes and pins, `queries` reads and drills down, `verifying` recomputes.
"""
