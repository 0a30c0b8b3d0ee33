"""What pydantic refuses, as findings behind key paths: place, what was found, what would be right."""
