"""Ports of this machine."""

import errno
import http.client
import socket


def free_port(host: str = "127.0.0.1") -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


def refusal(host: str, port: int) -> str:
    """Why nothing can be served at this address, in a few words; empty when it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except socket.gaierror:
            return "this machine does not know the host name"
        except OSError as error:
            known = {errno.EADDRINUSE: "another program uses this port", errno.EACCES: "this port is for root only"}
            return known.get(error.errno, error.strerror)
    return ""


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
