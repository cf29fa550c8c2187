"""A language model of Vietnamese syllables: what was meant by a question typed without diacritics, with left-over keys, with slips."""
