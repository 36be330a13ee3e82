"""The billing of a month and its papers."""
