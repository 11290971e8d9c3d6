"""Evidence: what a stranger needs to check a report without us, and the check itself.

`bundling` and `proving` make it from the records; `checking` and `proofs` read it again without a
database, a network or this installation.
"""
