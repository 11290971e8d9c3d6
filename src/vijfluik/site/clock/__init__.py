"""What time does by itself: what is over goes, and whether the time may be believed."""
