"""A question as typed → Reading: what it says, what it asks for, which terms carry meaning."""

from search_api.reading.kinds import kind_of
from search_api.reading.reader import LONGEST_QUESTION, Reader, Step, general_reader, general_restorer, read_question

__all__ = ["LONGEST_QUESTION", "Reader", "Step", "general_reader", "general_restorer", "kind_of", "read_question"]
