"""The programs that measure policyaudit: figures and ratios, printed for a reader. No test looks at a clock."""
