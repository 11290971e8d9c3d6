"""How the platform is doing: ready or not, logs without personal data, and metrics."""
