"""Releases of a report: drafted, checked, adopted by another, published, rectified."""
