"""The web process. Its database sessions carry the time-outs that keep one slow page from holding the others."""

import gc
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
os.environ.setdefault("DATABASE_STATEMENT_TIMEOUT", "15s")
os.environ.setdefault("DATABASE_LOCK_TIMEOUT", "3s")
os.environ.setdefault("DATABASE_IDLE_TIMEOUT", "15s")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

# What start-up made lives as long as the process. A collection that walks through it again holds up a page for long.
gc.collect()
gc.freeze()
