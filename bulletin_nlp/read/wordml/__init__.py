"""WordprocessingML (ECMA-376, ISO/IEC 29500): a package of parts → paragraphs and tables as a reader sees them."""
