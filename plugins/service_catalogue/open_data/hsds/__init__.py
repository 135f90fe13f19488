"""The catalogue as other directories read it: data that conforms to the HSDS 3.1 schemas, as static files."""
