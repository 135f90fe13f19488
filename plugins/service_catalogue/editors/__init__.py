"""The editors' desk: whom to phone next, and who may confirm."""
