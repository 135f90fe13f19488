"""What is new, for readers of feeds."""
