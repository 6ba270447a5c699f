"""Watchdesk: from a feed to a published case.

The house has three floors.  Data climbs them once, from the bottom up:

    harvest    collects: fetches feeds and pages, keeps the bytes
    engine     reads: bytes in, records out; touches nothing outside its arguments
    newsroom   decides and publishes: editors review, write and publish (Django and Wagtail)

Imports point the other way: newsroom may use harvest and engine, harvest may use
engine, and engine uses neither.  `make check` proves it.
"""
