"""What a server has for whoever operates it: health, metrics, logs, an orderly end."""
