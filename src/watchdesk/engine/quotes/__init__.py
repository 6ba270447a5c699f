"""Who is said to have said what, and where the authorities stand."""
