"""Applications, declared as a register, with the page of their assessment."""
