"""Papers for subscribers."""
