"""Django's settings. Everything that differs per installation is read from the environment."""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from vijfluik.core.accounts.limits import LIMITS
from vijfluik.site import barriers, collecting, environment, mailing
from vijfluik.site.accounts import provider_settings
from vijfluik.site.accounts.sign_in import SignIn
from vijfluik.site.databases import databases

PACKAGE = Path(__file__).resolve().parent.parent

# Whether all data are invented, which every page and file then says. It must be what the database
# is: a demonstration's for the one, a safe installation's for the other (vijfluik.site.safety).
DEMONSTRATION = environment.flag("VIJFLUIK_DEMONSTRATION", default=True)
STATE = Path(environment.text("VIJFLUIK_STATE", os.devnull))

# Without one, sessions end with the process; `./run` keeps one per checkout.
SECRET_KEY = environment.secret("SECRET_KEY", secrets.token_urlsafe(48))
DEBUG = environment.flag("VIJFLUIK_DEBUG", default=False)
ALLOWED_HOSTS = environment.words("VIJFLUIK_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "csp",
    "vijfluik.core.partners",
    "vijfluik.core.access",
    "vijfluik.core.journal",
    "vijfluik.core.versions",
    "vijfluik.core.search",
    "vijfluik.core.lifecycle",
    "vijfluik.core.law",
    "vijfluik.core.accounts",
    "vijfluik.core.mandates",
    "vijfluik.core.registers",
    "vijfluik.core.retention",
    "vijfluik.core.notices",
    "vijfluik.ui",
    "vijfluik.programme.trainings",
    "vijfluik.programme.advice",
    "vijfluik.programme.offers",
    "vijfluik.programme.needs",
    "vijfluik.programme.publications",
    "vijfluik.programme.evaluations",
    "vijfluik.programme.grants",
    "vijfluik.programme.partnerships",
    "vijfluik.programme.networks",
    "vijfluik.programme.municipalities",
    "vijfluik.programme.attachments",
    "vijfluik.accountability.catalogue",
    "vijfluik.accountability.figures",
    "vijfluik.accountability.disclosure",
    "vijfluik.accountability.reports",
    "vijfluik.accountability.releases",
    "vijfluik.accountability.undertakings",
    "vijfluik.accountability.explaining",
    "vijfluik.accountability.embedding",
    "vijfluik.accountability.factsheets",
    "vijfluik.accountability.legal",
    "vijfluik.accountability.processing",
    "vijfluik.site",
    "vijfluik.demo",
]

MIDDLEWARE = [
    "vijfluik.site.watching.requests.WatchMiddleware",
    "vijfluik.site.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vijfluik.site.accounts.visiting.VisitMiddleware",
    "vijfluik.site.pacing.PaceMiddleware",
    "vijfluik.site.bodies.BodyLimitMiddleware",
    "vijfluik.site.acting.ActingMiddleware",
]

ROOT_URLCONF = "vijfluik.site.urls"
WSGI_APPLICATION = "vijfluik.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "vijfluik.ui.context.appearance",
                "vijfluik.site.shell.frame",
                "vijfluik.site.help.context.helped",
            ],
        },
    }
]

DATABASES = databases()
DATABASE_ROUTERS: list[str] = []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

FORM_RENDERER = "vijfluik.ui.forms.Renderer"
THEME_CSS = environment.text("THEME_CSS", "")

# How people sign in: by choosing who to be, in a demonstration, or by proving who they are.
SIGN_IN = environment.choice("VIJFLUIK_SIGN_IN", default=SignIn.DEMONSTRATION)
BACKENDS = {
    SignIn.DEMONSTRATION: "vijfluik.site.demonstration.DemonstrationBackend",
    SignIn.PROOF: "vijfluik.site.accounts.backend.ProvenBackend",
}
AUTHENTICATION_BACKENDS = [BACKENDS[SIGN_IN]]
# Seals what proves people; another key than that of the sessions, which may be renewed at will.
# Without it nobody's codes can be read any more, so whoever asks for proof has to keep one.
ACCOUNTS_KEY = (
    environment.secret("ACCOUNTS_KEY")
    if SIGN_IN == SignIn.PROOF
    else environment.secret("ACCOUNTS_KEY", SECRET_KEY)
)
# Seals the files that people bring (docs/documents.md): the key of now, and those of before, which
# only open. Without the key of a file nobody can read it any more, so an installation has its own
# and lets no process make one up; those that touch no file need none.
DOCUMENTS_KEY = environment.secret("DOCUMENTS_KEY", "" if SIGN_IN == SignIn.PROOF else SECRET_KEY)
DOCUMENTS_KEYS_BEFORE = environment.secret("DOCUMENTS_KEYS_BEFORE", "").split()
# The largest file that is taken, in bytes.
DOCUMENTS_LARGEST = environment.number("VIJFLUIK_DOCUMENT_MB", default=20, least=1) * 1024 * 1024
# ClamAV's clamd: unix:/run/clamav/clamd.ctl or tcp://host:3310; empty for no scanner.
DOCUMENTS_SCANNER = environment.scanner("VIJFLUIK_SCANNER")
# The header in which a proxy of one's own tells who asks, such as X-Real-IP; empty without a proxy.
ADDRESS_HEADER = environment.text("VIJFLUIK_ADDRESS_HEADER", "")
# Where people reach the platform, and by which providers of identities they may come in.
ADDRESS = provider_settings.address()
PROVIDERS = provider_settings.providers(sign_in=SIGN_IN)

# The mail server; without one notices stand in the platform only.
EMAIL_HOST = environment.text("VIJFLUIK_MAIL_HOST", "")
_MAIL = mailing.read(proof=SIGN_IN == SignIn.PROOF, links=not EMAIL_HOST or bool(ADDRESS))
EMAIL_PORT, EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.port, _MAIL.starttls, _MAIL.tls
EMAIL_HOST_USER = environment.text("VIJFLUIK_MAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.secret("VIJFLUIK_MAIL_PASSWORD", "")
DEFAULT_FROM_EMAIL = environment.text("VIJFLUIK_MAIL_FROM", "vijfluik@localhost")
# Seconds for each step of the conversation; the pause before a second try is longer than all.
EMAIL_TIMEOUT = 10

# Whom to ask about what the platform answers to machines; it stands in `/openapi.json`.
CONTACT = {
    "name": environment.text("VIJFLUIK_CONTACT_NAME", "Beheer van Vijfluik"),
    "email": environment.text("VIJFLUIK_CONTACT_EMAIL", DEFAULT_FROM_EMAIL),
    "url": environment.text("VIJFLUIK_CONTACT_URL", ADDRESS or "https://vijfluik.example.nl"),
}

# Who answers for the installation to whoever cannot use it (docs/accessibility.md).
REPORTING = barriers.read()

# Where an organisation keeps its register of processing activities; a line of the Logboek
# Dataverwerkingen leads there.
PROCESSING_REGISTER = environment.text("VIJFLUIK_VERWERKINGENREGISTER", "urn:vijfluik:verwerking:")
# Where the journal is sent on to over OpenTelemetry (OTLP/HTTP), and which of its views.
OTLP = collecting.read(proof=SIGN_IN == SignIn.PROOF)

# The hashes of passwords that leaked (docs/accounts.md); empty for none, as in a demonstration.
BREACHED_PASSWORDS = environment.text("VIJFLUIK_BREACHED_PASSWORDS_FILE", "")
# So much one person may ask of one web process: pages in a minute, files in a quarter of an hour.
PAGES_PER_MINUTE = environment.number(
    "VIJFLUIK_PAGES_PER_MINUTE", default=LIMITS.pages_per_minute, least=60
)
FILES_PER_QUARTER = environment.number(
    "VIJFLUIK_FILES_PER_QUARTER", default=LIMITS.files_per_quarter, least=5
)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": LIMITS.shortest_password},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": "vijfluik.core.accounts.context.ContextValidator"},
    {
        "NAME": "vijfluik.core.accounts.breached.BreachedValidator",
        "OPTIONS": {"file": BREACHED_PASSWORDS},
    },
]
AUTH_USER_MODEL = "partners.Professional"
LOGIN_URL = "/aanmelden/"
LOGIN_REDIRECT_URL = "/"
# Bound to this very host, by the browser; it takes such a name over TLS only.
HOST_COOKIE = "" if DEMONSTRATION else "__Host-"
SESSION_COOKIE_NAME = f"{HOST_COOKIE}vijfluik_sessie"
CSRF_COOKIE_NAME = f"{HOST_COOKIE}csrftoken"
# A visit ends first and says why (vijfluik.core.accounts.visits); its session only follows.
SESSION_COOKIE_AGE = int(LIMITS.whole.total_seconds()) + 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SIGN_IN == SignIn.PROOF
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "vijfluik.site.pages.unproven.unproven"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "vijfluik_taal"
LANGUAGE_COOKIE_SECURE = SESSION_COOKIE_SECURE
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
# Days and terms are Dutch days; every moment is stored in UTC.
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# An installation is reached over TLS only, through a proxy that says so in a header of its own. The
# addresses of its health are asked on the machine itself.
SECURE_SSL_REDIRECT = not DEMONSTRATION
SECURE_REDIRECT_EXEMPT = ["^gezond/"]
SECURE_HSTS_SECONDS = 0 if DEMONSTRATION else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMONSTRATION
SCHEME_HEADER = environment.text("VIJFLUIK_SCHEME_HEADER", "")
SECURE_PROXY_SSL_HEADER = (
    (f"HTTP_{SCHEME_HEADER.upper().replace('-', '_')}", "https") if SCHEME_HEADER else None
)
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# To standard error, where a service manager gathers it: lines for people in a demonstration, JSON
# in an installation. What somebody did stands in the journal, not here.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "json": {"()": "vijfluik.site.watching.logs.JsonLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line" if DEMONSTRATION else "json",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.server": {"propagate": True},
        "django": {"handlers": [], "propagate": True},
        "vijfluik": {"level": "INFO"},
        # What an installation answers is told per request already.
        "django.request": {"level": "WARNING" if DEMONSTRATION else "ERROR"},
    },
}
