"""Everything that holds everywhere; dev, test and production add only what differs."""

from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

# The import of celery makes our application the current one wherever settings are loaded.
from config import celery, env  # noqa: F401

BASE_DIR = Path(__file__).resolve().parents[2]
RUNTIME_DIR = Path(env.text("RUNTIME_DIR", str(BASE_DIR / ".runtime")))

INSTALLED_APPS = [
    "apps.portal",
    "apps.exchange",
    "apps.certificates",
    "apps.invoices",
    "apps.accruals",
    "apps.timesheets",
    "apps.contracts",
    "apps.registry",
    "apps.accounts",
    "apps.regulations",
    "apps.outbox",
    "apps.common",
    "apps.portal.administration.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "pgtrigger",
]

MIDDLEWARE = [
    "apps.common.middleware.RefuseNulBytes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "apps.common.middleware.ChosenLanguage",
    "apps.accounts.middleware.SessionLimits",
    "apps.portal.middleware.HostOfAdministration",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "apps.portal.middleware.SecondFactorRequired",
    "apps.common.middleware.PrivatePages",
    "apps.accounts.middleware.SecurityTrail",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "apps.portal.middleware.WaysToAsk",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
CSRF_FAILURE_VIEW = "apps.portal.views.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "apps.portal.context.navigation",
                "apps.portal.context.demonstration",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database: PostgreSQL only. The server's time-outs protect a page; long work (commands, workers) runs without them.
DATABASES = {
    "default": {
        **env.database(),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "options": " ".join(
                f"-c {name}={value}"
                for name, value in {
                    "statement_timeout": env.text("DATABASE_STATEMENT_TIMEOUT", "0"),
                    "lock_timeout": env.text("DATABASE_LOCK_TIMEOUT", "0"),
                    "idle_in_transaction_session_timeout": env.text("DATABASE_IDLE_TIMEOUT", "0"),
                    "jit": "off",
                }.items()
            )
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.text("REDIS_URL", "")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env.text("CACHE_URL", REDIS_URL),
        "KEY_PREFIX": "portal",
    }
}

# Sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("national_id", "full_name", "email", "mobile")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "apps.accounts.passwords.NotOfThisPortal"},
    {"NAME": "apps.accounts.passwords.WithoutOwnId"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "portal:landing"
ACCOUNT_ADAPTER = "apps.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "apps.accounts.forms.SignInForm",
    "change_password": "apps.accounts.forms.PasswordChangeForm",
    "reset_password_from_key": "apps.accounts.forms.PasswordResetForm",
    "reauthenticate": "apps.accounts.factor_forms.PasswordAgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "national_id"
# Digits have no case: an ID is looked up as it stands, by its index.
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
# An address counts only once its code has been typed: `User.email` is confirmed, and signing in does not depend on it.
ACCOUNT_EMAIL_VERIFICATION = "none"
# The portal tells by itself, and also those who have no address (`AccountAdapter.tell`).
ACCOUNT_EMAIL_NOTIFICATIONS = False
# Asks the account's own row alone: one that asks for more lets the clock tell who has an account.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 600
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/15m/key",
    "reset_password": "10/m/ip,3/15m/key",
    "reauthenticate": "5/m/user",
    "national": "30/m/ip",
    # An employer finds a person by a whole ID, and not by trying IDs.
    "person_lookup": "20/m/user,200/d/user",
    # What costs the portal much, or carries much away.
    "paper": "30/m/user,300/d/user,60/m/ip",
    "export": "10/m/user,200/d/user,30/m/ip",
    "search": "60/m/user,120/m/ip",
    "upload": "20/m/user,300/d/user,60/m/ip",
    "upload_contracts": "5/m/user,20/d/user,30/m/ip",
    # Messages to other people, and the links in them.
    "invite": "10/m/user,50/d/user",
    "invitation": "30/m/ip",
    "invitation_answer": "5/15m/key,10/d/key,20/m/ip",
    "registration": "3/m/ip,20/d/ip",
    # How many refusals of visitors who are not signed in the security log keeps.
    "refusals_kept": "20/m/ip",
}

# National sign-in, where the environment names a provider. It lets known people in, and stores nothing.
NATIONAL_SIGN_IN = env.national_sign_in()
SOCIALACCOUNT_PROVIDERS = env.openid_provider(NATIONAL_SIGN_IN)
SOCIALACCOUNT_ADAPTER = "apps.accounts.national.NationalSignIn"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10

# Second factor and saying once more who one is
MFA_REQUIRED = True  # of owners, supervisors and staff; off in tests and in the demonstration alone
MFA_ADAPTER = "apps.accounts.factors.FactorAdapter"
MFA_FORMS = {
    "authenticate": "apps.accounts.factor_forms.CodeForm",
    "reauthenticate": "apps.accounts.factor_forms.CodeAgainForm",
    "activate_totp": "apps.accounts.factor_forms.AppForm",
    "authenticate_webauthn": "apps.accounts.factor_forms.PasskeyCheckForm",
    "reauthenticate_webauthn": "apps.accounts.factor_forms.PasskeyAgainForm",
    "login_webauthn": "apps.accounts.factor_forms.PasskeySignInForm",
    "add_webauthn": "apps.accounts.factor_forms.PasskeyForm",
    "edit_webauthn": "apps.accounts.factor_forms.PasskeyRenameForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 0
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TRUST_ENABLED = False
# An account is known by its ID and mobile number: an e-mail address not confirmed yet keeps nobody from his factor.
MFA_ALLOW_UNVERIFIED_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# The administration asks for a sign-in that is not older.
ADMIN_SIGN_IN_AGE = 4 * 3600
# Its own host name, and no other then; every host when empty.
ADMIN_HOST = env.text("ADMIN_HOST", "")

SESSION_ENGINE = "django.contrib.sessions.backends.db"
# When a session ends is decided by apps.accounts.sessions; its row outlives it, so that what was being sent is kept.
SESSION_IDLE = 30 * 60
SESSION_IDLE_STAFF = 15 * 60
SESSION_LONGEST = 12 * 3600
SESSION_COOKIE_AGE = 24 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "sid"
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Browser's guards
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A page of hours holds 20 people of 31 days and their hidden fields; twice that is refused as no page of ours.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2500
DATA_UPLOAD_MAX_NUMBER_FILES = 5
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

# Language and form
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Riyadh"

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = RUNTIME_DIR / "static"
DJANGO_TABLES2_TEMPLATE = "django_tables2/portal.html"
FILTERS_EMPTY_CHOICE_LABEL = _("All")

DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "portal@localhost")
EMAIL_TIMEOUT = 10
# The gateway of text messages, or None: without one, they wait until they are too old.
SMS_GATEWAY = env.sms_gateway()
# Where the help page sends questions.
CONTACT_EMAIL = env.text("CONTACT_EMAIL", DEFAULT_FROM_EMAIL)

# Background work: delivered at least once, and done once because the database says so.
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 60
CELERY_TASK_TIME_LIMIT = 90
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_keepalive": True,
    "health_check_interval": 5,
    "retry_on_timeout": True,
}
CELERY_VISIBILITY_TIMEOUT = 300
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 500_000  # kB
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_ENABLE_UTC = True
CELERY_TIMEZONE = "UTC"
# Times are UTC: 23:00 is 02:00 in Riyadh. What is due is asked of the database: a missed tick costs only its delay.
CELERY_BEAT_SCHEDULE = {
    "close the past month": {"task": "invoices.close_past_month", "schedule": crontab(minute=0, hour="23,0-6")},
    "sweep billing runs": {"task": "invoices.sweep_runs", "schedule": 60.0},
    "render invoice documents": {"task": "invoices.render_missing_documents", "schedule": 60.0},
    # Five past midnight in Riyadh, and again in case that was missed.
    "watch coming bills": {"task": "invoices.watch_bills", "schedule": crontab(minute=5, hour="21-23")},
    "render declarations": {"task": "timesheets.render_missing_declarations", "schedule": 60.0},
    # Eight in the evening in Riyadh, and again in case that was missed.
    "tell subscribers of hours": {"task": "timesheets.tell_subscribers", "schedule": crontab(minute=0, hour="17-19")},
    "remind of hours": {"task": "timesheets.send_reminders", "schedule": crontab(minute=10, hour="6-8")},
    "deliver messages": {"task": "outbox.deliver", "schedule": 60.0, "kwargs": {"seconds": 40}},
    "forget codes and sessions that are over": {
        "task": "accounts.forget_what_is_over",
        "schedule": crontab(minute=20, hour=3),
    },
    # Through the day of Riyadh, when a text message disturbs nobody.
    "mind contract offers": {"task": "contracts.mind_offers", "schedule": crontab(minute=15, hour="6-17")},
    "render contract papers": {"task": "contracts.render_missing_papers", "schedule": 60.0},
    "sweep uploaded files": {"task": "exchange.sweep_uploads", "schedule": 60.0},
    "forget uploaded files": {"task": "exchange.forget_uploads", "schedule": crontab(minute=40, hour=0)},
    "render subscriber statements": {"task": "certificates.render_missing_statements", "schedule": 60.0},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # The security log is one JSON object a line, for the collector that keeps it a year and longer.
    "formatters": {
        "line": {
            "class": "apps.common.logs.WithoutKeys",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
        "bare": {"format": "%(message)s"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "security": {"class": "logging.StreamHandler", "formatter": "bare"},
    },
    "loggers": {"security": {"handlers": ["security"], "propagate": False}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
}

# The demonstration alone lists the accounts to try on its sign-in page.
PORTAL_DEMO = False
