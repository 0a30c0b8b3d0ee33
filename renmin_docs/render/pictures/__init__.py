"""Pictures read from their files and drawn as DrawingML."""
