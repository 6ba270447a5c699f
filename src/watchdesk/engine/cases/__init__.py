"""From the events of many reports to acts, cases and where a person stands."""
