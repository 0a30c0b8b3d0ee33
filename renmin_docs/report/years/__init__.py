"""Years: next year's report made from last year's, and two years compared."""
