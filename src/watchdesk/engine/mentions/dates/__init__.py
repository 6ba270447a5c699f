"""Dates of an article as EDTF."""
