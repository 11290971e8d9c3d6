"""Who takes part: organisations, places through time, professionals and their mandates."""
