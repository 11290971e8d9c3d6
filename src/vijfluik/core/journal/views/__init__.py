"""Three views of the journal in the shapes that Dutch government standards ask, as plain data."""
