"""Whether there is an answer at all, and what is said where there is none."""
