"""Commands that need no database, each a thin call; `watchdesk.cli` lists them."""
