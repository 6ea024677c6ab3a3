"""The command line: takes arguments, calls one use case, shows its result."""

import gc

# A command ends before there is much to collect; looking for it while modules load costs it a tenth of its time.
gc.set_threshold(300_000)
