"""The command line: takes arguments, calls one use case, shows its result."""
