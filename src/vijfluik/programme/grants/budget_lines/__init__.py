"""Budget lines, declared as a register."""
