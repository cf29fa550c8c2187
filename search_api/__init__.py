"""A question becomes an answer with citations: reading, retrieval, evidence, answer; the HTTP service and the command line."""
