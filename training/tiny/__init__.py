"""A tiny model that really writes its own programs, for tests: its problems, its tokenizer, its training."""
