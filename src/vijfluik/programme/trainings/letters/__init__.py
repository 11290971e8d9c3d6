"""The letter of a training: the invitation, once it was planned."""
