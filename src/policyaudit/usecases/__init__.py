"""One verb each: load, think, apply; at most one transaction."""
