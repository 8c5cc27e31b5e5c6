"""Suites: prompts that belong together, with what to look for in the answers and checks where one can be honest."""
