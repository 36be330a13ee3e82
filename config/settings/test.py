"""The test suite: real PostgreSQL, quick password hashing, and mail and cache that stay in the process."""

from config.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "tests-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SMS_GATEWAY = None
NATIONAL_SIGN_IN = None
ADMIN_HOST = ""
MFA_REQUIRED = False  # the tests of it turn it on
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A killed worker's message must come back within a test's patience, not after minutes.
CELERY_BROKER_TRANSPORT_OPTIONS |= {"visibility_timeout": 5, "unacked_restore_interval": 1}  # noqa: F405
CELERY_VISIBILITY_TIMEOUT = 5
