"""Which addresses the watch never dials.  Asked at the socket, after every name is resolved.

Source: IANA IPv4 and IPv6 Special-Purpose Address Registries; RFC 6052 (NAT64), RFC 5156.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Allowed = frozenset[tuple[str, int]]
"""Address and port pairs dialled although they are not public: `{("127.0.0.1", 8001)}`."""

NOT_PUBLIC_4 = {
    IPv4Network(network): why
    for network, why in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a provider"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "inside of a cloud"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "for benchmarks"),
        ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
}
GLOBAL_6 = IPv6Network("2000::/3")
NOT_PUBLIC_6 = {
    IPv6Network(network): why
    for network, why in (
        ("2001::/32", "a Teredo tunnel"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "for documentation"),
        ("2002::/16", "a 6to4 tunnel"),
        ("3fff::/20", "for documentation"),
    )
}
NAT64 = IPv6Network("64:ff9b::/96")
ISATAP = 0x5EFE
"""The middle of an address that carries an IPv4 address in an ISATAP tunnel."""


def why_not_public(address: Address) -> str | None:
    """Say why an address is not on the public internet; None if it is.

    >>> why_not_public(ip_address("::ffff:10.0.0.1"))
    'private'
    >>> why_not_public(ip_address("2606:2800:220:1::1")) is None
    True
    """
    if isinstance(address, IPv4Address):
        return next((why for net, why in NOT_PUBLIC_4.items() if address in net), None)
    carried = _carried(address)
    return why_not_public(carried) if carried else _why_not_public_6(address)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """Give the IPv4 address that is dialled in truth, behind a mapped or a NAT64 address."""
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped


def _why_not_public_6(address: IPv6Address) -> str | None:
    if address.scope_id:
        return "bound to one network card"
    if address not in GLOBAL_6:
        return "not a public IPv6 address"
    if (int(address) >> 32) & 0xFCFFFFFF == ISATAP:
        return "an ISATAP tunnel"
    return next((why for net, why in NOT_PUBLIC_6.items() if address in net), None)


def why_forbidden(host: str, port: int, allow: Allowed = frozenset()) -> str | None:
    """Say why the watch does not dial a numeric address; None if it may."""
    if (host, port) in allow:
        return None
    try:
        address = ip_address(host)
    except ValueError:
        return "not an IP address"
    return why_not_public(address)
