"""The register of money, training and data that a partner received."""
