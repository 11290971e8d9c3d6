"""Writing records as files: CSV, ODS and JSON from one declaration of fields.

The writers write into a file object while the transaction is open: a response that streams after
the transaction has ended would have nobody acting, and so no rows.
"""
