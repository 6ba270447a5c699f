"""What can be said: event types, their words in each language, and what may follow."""

from watchdesk.engine.codebook.load import load

__all__ = ["load"]
