"""The register of human-rights checks, per country and partner, decided on by two people."""
