"""Tests of the optional wording by an LLM."""
