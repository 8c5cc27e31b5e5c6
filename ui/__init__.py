"""The window of Counterpoint (Qt). Empty until the desktop app is built on top of the engine."""
