"""Characters: folding that keeps every offset, numerals, enumerators, sentences, damage."""
