"""The acts of `./run names`, one module each."""
