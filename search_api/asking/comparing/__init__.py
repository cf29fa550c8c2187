"""Things set side by side: which they are, what answers for each, how far apart they are."""
