"""The pages that belong to no single app: the public ones, the answers when something is wrong, and each role's home."""

from apps.portal.views.errors import bad_request, csrf_failure, page_not_found, permission_denied, server_error

__all__ = ["bad_request", "csrf_failure", "page_not_found", "permission_denied", "server_error"]
