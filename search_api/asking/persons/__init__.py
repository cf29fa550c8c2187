"""Who holds an office, who is in a committee."""
