"""`python -m policyaudit` is `audit`."""

from policyaudit.cli.app import main

if __name__ == "__main__":
    main()
