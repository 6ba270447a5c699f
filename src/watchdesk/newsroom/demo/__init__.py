"""The demo editor: the decisions of a file, carried out by the services that a person uses."""
