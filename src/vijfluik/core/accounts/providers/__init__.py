"""Signing in at a provider of identities: OpenID Connect, as the NL GOV profile asks it.

The protocol only: what is asked, fetched and believed. Whose account a subject is stands in
`core.accounts.identities`. Profile: Logius, NL GOV Assurance profile for OpenID Connect 1.0.
"""
