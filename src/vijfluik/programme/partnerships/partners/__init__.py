"""The register of those who take part in a partnership."""
