"""A form over several pages: what was typed waits in the session, each attempt under an address of its own."""

import uuid

from django.contrib.sessions.backends.base import SessionBase

_KEY = "drafts"
# Older attempts were given up; the session stays small.
_KEPT = 5


def begin(session: SessionBase, **values: str) -> uuid.UUID:
    """Keeps the values as a new draft and returns its key."""
    key = uuid.uuid4()
    save(session, key, **values)
    return key


def save(session: SessionBase, key: uuid.UUID, **values: str) -> None:
    """Adds the values to the draft, which becomes the latest."""
    drafts = session.get(_KEY, {})
    drafts[str(key)] = drafts.pop(str(key), {}) | values
    session[_KEY] = dict(list(drafts.items())[-_KEPT:])


def find(session: SessionBase, key: uuid.UUID, **expected: str) -> dict[str, str] | None:
    """The draft's values; None when there is none, or when it is about something else than expected."""
    values = session.get(_KEY, {}).get(str(key))
    return values if values and expected.items() <= values.items() else None


def drop(session: SessionBase, key: uuid.UUID) -> None:
    """The draft has become what it was to become, or nothing."""
    drafts = session.get(_KEY, {})
    drafts.pop(str(key), None)
    session[_KEY] = drafts
