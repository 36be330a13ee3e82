"""Pages that belong to no single app: the public ones, each role's home, and the answers when something is wrong."""

from apps.portal.views.errors import (
    bad_request,
    csrf_failure,
    method_not_allowed,
    page_not_found,
    permission_denied,
    server_error,
    too_many_requests,
)

__all__ = [
    "bad_request",
    "csrf_failure",
    "method_not_allowed",
    "page_not_found",
    "permission_denied",
    "server_error",
    "too_many_requests",
]
