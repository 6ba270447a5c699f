"""Clients of plug-in readers.  Off unless a user names one."""
