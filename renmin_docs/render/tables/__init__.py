"""Tables as WordprocessingML."""
