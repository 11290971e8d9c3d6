"""The views of a register, each a function that makes the view for one register.

A room that needs another page writes an ordinary view and gives it to `urls.register_urls`.
"""
