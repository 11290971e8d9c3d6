"""System-versioned rows by database trigger; what was known at a moment; closed moments."""
