"""Whether an article belongs on the watch, which event it is about, and why."""
