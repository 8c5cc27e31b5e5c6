"""Checks of answers: small pure functions, put together in ``registry``."""
