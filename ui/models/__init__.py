"""The Models page: what is on this computer, ready pairs, the Hub, and the downloads."""
