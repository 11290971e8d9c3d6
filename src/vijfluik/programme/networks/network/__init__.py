"""The register of networks."""
