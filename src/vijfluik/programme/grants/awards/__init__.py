"""Awards, declared as a register."""
