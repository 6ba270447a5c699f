"""What can be said: event types, their words in each language, and what may follow."""
