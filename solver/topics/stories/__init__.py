"""Problems told in words: two grammars, the readers of school stories, riddles about numbers."""
