"""Who may do what, on what ground. Deny by default; a denial looks like "does not exist".

Two layers that do not know each other: Python functions (`access_<thing>()` in each room, on top of
`gate`), and row-level security in PostgreSQL. Both follow `policy.toml`.
"""
