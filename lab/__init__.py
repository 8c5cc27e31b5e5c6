"""The engine of Counterpoint: no Qt, no screen; everything the app can do, a script can do."""

__version__ = "0.1.0"
