"""The register on disk: one SQLite file, or a PostgreSQL database, behind narrow reads and one way of writing."""
