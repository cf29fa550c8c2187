"""What exactly is asked, and what of the evidence answers it: slots of a question, facts that fill them, words for them."""
