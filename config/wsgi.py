"""The web process. Its database sessions carry the time-outs that keep one slow page from holding the others."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
os.environ.setdefault("DATABASE_STATEMENT_TIMEOUT", "15s")
os.environ.setdefault("DATABASE_LOCK_TIMEOUT", "3s")
os.environ.setdefault("DATABASE_IDLE_TIMEOUT", "15s")

from django.core.wsgi import get_wsgi_application

from config.startup import settle

application = get_wsgi_application()
settle()
