"""What holds for every request: no NUL bytes, the visitor's own language, and nothing private kept by a browser."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import translation
from django.utils.cache import patch_vary_headers


class RefuseNulBytes:
    """A NUL in the path or the query is answered with 400: PostgreSQL takes none, and no page of ours links one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path or "\0" in query or "%00" in query:
            raise BadRequest("NUL byte in the address")
        return self.get_response(request)


def language_of(request: HttpRequest) -> str:
    """Arabic, whatever the browser prefers; English by the visitor's choice, kept in a cookie or with the account."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen not in dict(settings.LANGUAGES):
        user = getattr(request, "user", None)
        chosen = user.language if user is not None and user.is_authenticated else ""
    return chosen or settings.LANGUAGE_CODE


class ChosenLanguage:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = language_of(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        patch_vary_headers(response, ("Cookie",))
        response.headers.setdefault("Content-Language", language)
        return response


class PrivatePages:
    """What a signed-in person sees is not kept: the next one at the same machine must not find it by going back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return response
