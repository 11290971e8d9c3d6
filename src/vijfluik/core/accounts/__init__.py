"""Accounts: how somebody comes in, proves who they are, and leaves. Rights are another room's."""
