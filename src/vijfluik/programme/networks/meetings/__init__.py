"""The register of meetings: when, about what, with how many."""
