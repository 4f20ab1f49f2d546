"""Documents referred to, and figures: `bulletin_references`."""
