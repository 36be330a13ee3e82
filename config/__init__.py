"""Settings, addresses and the ways in: web, worker, commands."""
