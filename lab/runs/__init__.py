"""Suites over two contestants: planned, carried on after any end, and summed up."""
