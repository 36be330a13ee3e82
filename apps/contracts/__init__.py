"""Flexible-work contracts and their wages by date."""
