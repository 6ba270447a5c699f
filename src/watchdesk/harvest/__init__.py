"""Collects feeds and pages.  The only floor that opens sockets and files for the watch."""
