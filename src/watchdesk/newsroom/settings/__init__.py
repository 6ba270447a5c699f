"""Django's settings.  What an operator may change comes from the environment (environment.py)."""

import os
from pathlib import Path

from watchdesk.newsroom.settings.database import database
from watchdesk.newsroom.settings.environment import moment, read
from watchdesk.newsroom.settings.languages import LANGUAGES_BIDI as LANGUAGES_BIDI
from watchdesk.newsroom.settings.secret import secret_key

_ENVIRONMENT = read(os.environ)

DATA = Path(_ENVIRONMENT["WATCHDESK_DATA"]).absolute()
BASE_URL = _ENVIRONMENT["WATCHDESK_BASE_URL"].rstrip("/")
SITE_NAME = _ENVIRONMENT["WATCHDESK_SITE_NAME"]
NOTICE = _ENVIRONMENT["WATCHDESK_NOTICE"]
NOW = moment(_ENVIRONMENT["WATCHDESK_NOW"])
PUBLIC_ROOT = DATA / "public"
WARC_ROOT = DATA / "warc"

DEBUG = False
SECRET_KEY = _ENVIRONMENT["WATCHDESK_SECRET_KEY"] or secret_key(DATA)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *_ENVIRONMENT["WATCHDESK_HOSTS"].split()]
DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "watchdesk.newsroom.serving",
    "watchdesk.newsroom.publish",
    "watchdesk.newsroom.blog",
    "watchdesk.newsroom.cases",
    "watchdesk.newsroom.desk",
    "watchdesk.newsroom.monitor",
    "watchdesk.newsroom.common",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "watchdesk.newsroom.common.security.headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "watchdesk.newsroom.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "watchdesk.newsroom.desk.context.counts",
                "watchdesk.newsroom.cases.context.counts",
            ],
        },
    },
]

# --- Safety
HTTPS = _ENVIRONMENT["WATCHDESK_HTTPS"] == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "desk_session", "desk_csrf"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows its preview in a frame.
LOGIN_URL = "wagtailadmin_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Words and files
LANGUAGE_CODE = _ENVIRONMENT["WATCHDESK_LANGUAGE"]
TIME_ZONE = _ENVIRONMENT["WATCHDESK_TIME_ZONE"]
USE_TZ = True
STATIC_URL = "/desk-static/"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"

PAGE_PREVIEW = "watchdesk.newsroom.publish.preview.preview"
"""What shows a page before it is published; named here because `blog` knows nothing above it."""

# --- Wagtail: nothing of it calls another host
WAGTAIL_SITE_NAME = SITE_NAME
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "blog.Picture"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
