"""Turns what aiohttp raises into one clear line."""

import ssl
from errno import EACCES

import aiohttp

from watchdesk.engine.errors import FetchError, ForbiddenAddress, TooLarge


def as_fetch_error(url: str, error: Exception) -> FetchError:
    """Say in one line why an address could not be fetched."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return FetchError(url, f"its certificate is not valid: {_certificate(error)}")
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return FetchError(url, "no such host")
    if isinstance(error, aiohttp.ClientConnectorError) and error.os_error.errno == EACCES:
        return ForbiddenAddress(url, _line(error.os_error.strerror or "a forbidden address"))
    if isinstance(error, aiohttp.ServerTimeoutError):
        return TooLarge(url, "silent for too long")
    return FetchError(url, _broken(error) or _other(error))


def _broken(error: Exception) -> str | None:
    if isinstance(error, aiohttp.ServerDisconnectedError | ConnectionResetError):
        return "hung up without an answer"
    return "the answer broke off" if isinstance(error, aiohttp.ClientPayloadError) else None


def _other(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"no connection: {_line(error.os_error.strerror or str(error.os_error))}"
    if isinstance(error, aiohttp.ClientResponseError):
        return f"no proper HTTP: {_line(error.message)}"
    return _line(f"{type(error).__name__}: {error}")


def _certificate(error: aiohttp.ClientConnectorCertificateError) -> str:
    cause = error.certificate_error
    verify = cause.verify_message if isinstance(cause, ssl.SSLCertVerificationError) else ""
    return _line(verify or str(cause))


def _line(text: str) -> str:
    """Give the first 160 characters as one line."""
    return " ".join(text.split())[:160]
