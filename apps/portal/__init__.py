"""Home pages, navigation and help."""
