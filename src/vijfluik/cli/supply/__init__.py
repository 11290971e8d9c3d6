"""What the platform is made of: packages as pinned, as installed, and as a bill of materials."""
