"""Answers worded anew by an LLM, where a setting asks for it: each sentence is released only when it is proven by what it cites."""
