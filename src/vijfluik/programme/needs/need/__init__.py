"""What one organisation says that it needs on one theme."""
