"""spaCy components, usable on their own in any spaCy pipeline: each reads a Doc and writes a group of spans."""
