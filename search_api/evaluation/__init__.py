"""How good answers are: gold questions → replies of one run → judgements → shares by kind and style, and what two runs have changed."""
