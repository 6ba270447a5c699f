"""Countries, demonyms, regions, cities, institutions and registers, as data."""
