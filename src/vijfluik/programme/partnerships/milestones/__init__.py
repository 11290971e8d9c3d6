"""The register of milestones: planned, expected and reached."""
