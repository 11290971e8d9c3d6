"""A round of questions: what is needed, per theme, in a period."""
