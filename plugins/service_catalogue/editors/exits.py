"""How a command ends, for the program that started it."""

CLEAN, ERRORS, WRONG_USE = 0, 1, 2
