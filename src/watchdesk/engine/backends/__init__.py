"""Plug-in readers: what a language model is asked, and what of its answer can be believed."""
