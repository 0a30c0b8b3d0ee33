"""The typed report: frozen models, the texts in them, and what one part says of another."""
