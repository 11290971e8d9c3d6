"""Why a figure changed: between two moments, and between two reports, in parts that add up."""
