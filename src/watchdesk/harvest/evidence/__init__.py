"""Proves what the watch saw: who kept which bytes when, and that nobody changed them since."""
