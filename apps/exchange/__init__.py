"""Bulk files in and out."""
