"""Work in a process of its own, beside the command: it is asked, and answers within a time and a memory."""
