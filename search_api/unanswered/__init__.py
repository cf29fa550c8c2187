"""Questions without an answer: kept when they are asked, asked again when documents come, shown to whoever collects documents."""
