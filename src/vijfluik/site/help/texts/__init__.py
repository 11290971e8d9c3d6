"""The topics, by what they are about."""
