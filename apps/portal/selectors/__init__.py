"""What the home pages show, put together from the apps below."""
