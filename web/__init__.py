"""The page: static files that know only the JSON of the API."""
