"""The register of members: citizens with consent."""
