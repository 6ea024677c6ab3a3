"""One narrow read per question, each one statement of plain SQL for both engines, returning plain frozen values.

An optional value is written `CAST(:x AS TEXT)` (or INTEGER), so that PostgreSQL knows its type; `:school` empty means
every school of the register.
"""
