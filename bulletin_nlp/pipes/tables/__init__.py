"""Tables in the text: their header, columns by kind, rows and cells."""
