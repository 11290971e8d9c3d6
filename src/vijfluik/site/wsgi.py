"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vijfluik.site.settings")

application = get_wsgi_application()

from vijfluik.site.safety.refusing import refuse_unsafe  # noqa: E402 (needs the line above)

refuse_unsafe(web=True)
