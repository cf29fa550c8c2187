"""What both sides agree on: domain types, Vietnamese text, grammar, encoder, catalogue, index, settings, errors."""
