"""What the policy calls the trainings; the way to one is that of every register."""

THING = "trainings"
