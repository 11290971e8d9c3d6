"""The register of partnerships, programmes, pilots, task forces and missions."""
