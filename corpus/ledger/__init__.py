"""Facts of many documents held against each other: the same aim on its way down, aim against result, and where they disagree."""
