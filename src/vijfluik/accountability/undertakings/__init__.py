"""Accounting to Parliament: papers, bills, motions and commitments, and what resolutions ask."""
