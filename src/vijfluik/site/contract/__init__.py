"""What the platform answers to machines, described as OpenAPI 3.1 at `/openapi.json`.

There is no room for an interface yet. These are the addresses that answer JSON today: declared in
`operations.py`, those of registers made from their own declarations.
"""
