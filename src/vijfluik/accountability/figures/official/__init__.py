"""The register of official values: figures that others computed, with who stated them and where."""
