"""The register of standing structures: their mandate, contact point, and when it was confirmed."""
