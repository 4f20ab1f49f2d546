"""The outline of a bulletin and the fields of its head and tail: `bulletin_structure`."""
