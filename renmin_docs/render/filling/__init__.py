"""The language of templates, compiled parts, and the proof that filling them loses nothing."""
