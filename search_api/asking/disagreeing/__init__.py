"""What documents say otherwise of one thing, asked for or not, and what it is put into words with."""
