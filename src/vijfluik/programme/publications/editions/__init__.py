"""The editions of a publication: what was said when, and which one held on a day."""
