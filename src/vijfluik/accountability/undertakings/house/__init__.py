"""The House's own register, read from a file of its open data and laid beside ours."""
