"""Templates for people: made from a finished document (`making`), or exported to be changed in Word (`export`)."""
