"""Which models there are: GGUF headers, base or chat, the library, the starter pair, what fits in memory."""
