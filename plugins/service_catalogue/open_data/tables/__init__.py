"""The catalogue as tables that refer to one another: for CSV files, a spreadsheet and a database."""
