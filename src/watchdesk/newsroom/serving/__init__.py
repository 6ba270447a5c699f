"""One process group: the watch beside it, desk and public site behind one address."""
