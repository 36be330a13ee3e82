"""A developer's machine and the demonstration: plain HTTP on the loopback address, a key that guards nothing."""

from config import env
from config.settings.base import *  # noqa: F403

DEBUG = env.boolean("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY", "only-for-this-machine-not-a-secret-of-any-deployment")
ALLOWED_HOSTS = ["*"] if DEBUG else ["localhost", "127.0.0.1", "[::1]", *env.names("ALLOWED_HOSTS", "")]
WHITENOISE_USE_FINDERS = True
PORTAL_DEMO = env.boolean("PORTAL_DEMO", default=False)
MFA_REQUIRED = not PORTAL_DEMO
if not REDIS_URL:  # noqa: F405
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
