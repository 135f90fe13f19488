"""Text becomes data with the place of every key, or problems."""
