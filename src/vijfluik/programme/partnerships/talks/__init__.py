"""The register of dialogues, meetings of forums and other contacts with partners."""
