"""Who, where and when: the names, descriptions, places and dates of an article."""
