"""The small language of administrative documents that both sides read: symbols, types, dates, numbers, bodies."""
