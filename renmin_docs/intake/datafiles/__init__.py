"""Data files: YAML, JSON and TOML with the lines of their keys, their profiles, and YAML written."""
