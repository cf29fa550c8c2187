"""Questions about a document itself: number, date, signer, effect, recipients, what it replaces or cites."""
