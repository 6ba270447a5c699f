"""Reads clauses of languages in which cases, not positions, say who acts on whom."""
