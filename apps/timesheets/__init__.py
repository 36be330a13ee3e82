"""Hours as they are entered and attested."""
