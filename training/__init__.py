"""Making models: what they learn from, and the training itself."""
