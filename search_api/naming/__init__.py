"""What a question calls by its number, looked up in the register of documents and among the symbols that documents mention."""
