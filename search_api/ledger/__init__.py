"""The ledger as people use it: facts of all documents filtered, counted, grouped, held against each other, reviewed, and taken away as files."""
