"""Letters, words, sentences and languages, in any script."""
