"""The engine of Counterpoint: no Qt, no screen; everything the app can do, a script can do."""

__version__ = "0.1.0"

WORKER_ARGUMENT = "--worker"
"""A packaged app is its own worker: started with this, it runs a model instead of the command line."""

ENGINE_ARGUMENT = "--engine-report"
"""Started with this, it tells what its llama.cpp can do."""

QT_ARGUMENT = "--qt-report"
"""Started with this, it loads Qt and ends, with 0 if that was possible."""
