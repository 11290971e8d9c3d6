"""Pages that belong to no single room, a module per subject."""
