"""The findings of evaluations: the library of evidence."""
