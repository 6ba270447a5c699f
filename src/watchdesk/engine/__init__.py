"""Reads articles and codes what happened: who did what to whom, says who.  Pure functions."""
