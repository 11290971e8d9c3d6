"""An ordered set of offers."""
