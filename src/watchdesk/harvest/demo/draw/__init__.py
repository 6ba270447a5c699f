"""Draw the pictures of the demo press: `python -m watchdesk.harvest.demo.draw`.

Flat drawings in few colours, the same on every run; no photograph and no real person in them.
"""
