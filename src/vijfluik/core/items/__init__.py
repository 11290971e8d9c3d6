"""The identity of the items of the integrated approach, and the five areas they belong to."""
