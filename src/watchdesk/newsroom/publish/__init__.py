"""Bakes the public site: frozen page records in, a tree of plain files out; no database here."""
