"""Establishments, subscribers, and who may act for whom."""
