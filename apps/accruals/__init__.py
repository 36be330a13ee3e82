"""Hours become contribution days, months and contributions."""
