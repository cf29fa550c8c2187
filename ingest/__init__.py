"""A file becomes passages and vectors in the corpus: readers, outline, front matter, passages, jobs."""
