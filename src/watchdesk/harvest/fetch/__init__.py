"""Fetches one address, trusting neither the address nor what answers there."""
