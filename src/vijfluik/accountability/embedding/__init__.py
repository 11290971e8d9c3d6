"""Figures taken along: the page of a receipt that stays, and paragraphs that keep their figures."""
