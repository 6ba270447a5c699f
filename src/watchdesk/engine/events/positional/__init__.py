"""Reads clauses of languages whose word order says who acts on whom (English)."""
