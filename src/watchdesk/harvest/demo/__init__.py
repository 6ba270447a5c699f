"""The demo press: an invented press landscape on loopback, and how it is meant to be read.

Every outlet, person, party and event in it is invented; countries and cities are settings.
"""

from watchdesk.harvest.demo.server import Served, serve

__all__ = ["Served", "serve"]
