"""What several apps need and no one owns; it knows no word of the domain."""
