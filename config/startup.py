"""What a process that serves pages does before the first one."""

import gc

from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse


def settle() -> None:
    """Addresses and templates are read now, and collections of garbage pass over all that start-up made.

    It lives as long as the process. Walking through it again holds up one page in twenty by a tenth of a second.
    """
    templates = settings.BASE_DIR / "templates"
    reverse("portal:landing")
    for path in templates.rglob("*.html"):
        get_template(path.relative_to(templates).as_posix())
    gc.collect()
    gc.freeze()
