"""From a document to its lines, and from its lines to what it says of itself, each value with the line it stands on."""
