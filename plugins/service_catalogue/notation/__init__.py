"""How people write numbers, dates and words."""
