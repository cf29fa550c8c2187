"""A follow-up and the whole question it stands for."""
