"""Document → facts and references: targets, assignments, decisions, each with the span that proves it."""
