"""Descriptions of the catalogue and its services for search engines and data portals."""
