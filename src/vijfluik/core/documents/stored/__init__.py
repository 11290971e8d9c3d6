"""Files that people bring: what they are, what they may be called, sealing and scanning them.

No table stands here: a wing keeps its own documents beside its own records, behind its own walls
(`programme/attachments`). See docs/documents.md.
"""
