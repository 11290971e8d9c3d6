"""Documents at the records of the programme: files that people bring, and letters that were sent.

A document hangs at one record and is nobody's business by itself: who put it there and their
colleagues who may handle documents see it, and others who read the record once it is shared. Right
of all other rooms of the wing, because it holds a foreign key to each kind of record that takes
documents. Why the bytes stand in the database: docs/decisions/0007-documents.md.
"""
