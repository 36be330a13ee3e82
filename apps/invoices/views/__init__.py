"""What staff and members see of billing."""
