"""The rules as dated rows with their legal reference."""
