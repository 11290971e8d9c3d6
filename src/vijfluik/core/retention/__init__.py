"""Destruction: what was recorded of a person goes for good, and a tombstone says that it went.

A record of a person stands in more places than its own row: in its versions, in the table that is
searched, in its steps, in what is due. `Destroyable` makes a table known with all of these, and the
insert of a tombstone is what destroys them: there is no tombstone without its destruction and no
destruction without its tombstone. A tombstone names the random key, who, when, on what ground, and
a hash over the salted hashes of the versions that went; nothing that leads to a person.
"""
