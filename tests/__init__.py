"""The tests mirror the apps; the journeys walk the portal in a browser."""
