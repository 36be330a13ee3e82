"""Billing a month, and the papers of what was billed."""
