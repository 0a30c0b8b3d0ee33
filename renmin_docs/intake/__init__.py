"""What comes in: data files become reports, with every fault named."""
