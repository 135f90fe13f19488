"""What must not be told and must not vanish."""
