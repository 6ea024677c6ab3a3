"""From a result to HTML and PDF, and to the CSV and JSON of the same values."""
