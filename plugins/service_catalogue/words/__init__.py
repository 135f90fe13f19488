"""What readers read, in a language."""
