"""Every read of the grants beside the lists and records of their registers."""
