"""Pages of the registry: the switch between establishments, their users, invitations, and requests for admission."""
