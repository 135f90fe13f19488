"""The catalogue as JSON, the same facts as the pages."""
