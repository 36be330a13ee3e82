"""Ports of this machine."""

import errno
import http.client
import ipaddress
import socket


def free_port(host: str = "127.0.0.1") -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


def refusal(host: str, port: int) -> str:
    """Why nothing can be served at this address, in a few words; empty when it can."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        return "the host name is not known"
    except OSError as error:
        known = {errno.EADDRINUSE: "another program uses this port", errno.EACCES: "only root may use this port"}
        return known.get(error.errno, error.strerror)
    return ""


def is_everywhere(host: str) -> bool:
    """The host stands for every address of this machine."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def bracketed(host: str) -> str:
    """The host as it is written before a port."""
    return f"[{host}]" if ":" in host else host


def answers(host: str, port: int) -> bool:
    """A web server gives any answer at this address."""
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
