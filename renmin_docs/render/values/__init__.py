"""What a template sees: a report's blocks and the other values of its variables."""
