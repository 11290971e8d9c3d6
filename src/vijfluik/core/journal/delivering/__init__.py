"""The journal sent on over OpenTelemetry, in the order in which it was sealed, each event at least
once: what a collector did not take is kept, and told."""
