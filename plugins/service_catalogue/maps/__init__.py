"""The map of the services."""
