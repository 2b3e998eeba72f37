"""Lines, circles, triangles."""
