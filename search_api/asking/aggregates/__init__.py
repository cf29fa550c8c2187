"""Counts and lists over the ledger: all that fits what a question asks for, not only what stands in the passages found for it."""
