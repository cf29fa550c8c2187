"""Lists that stand in a document: the items under one title or lead-in, the rows of one table, or what one sentence counts up."""
