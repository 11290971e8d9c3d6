"""The addresses of the help."""

from django.urls import path

from vijfluik.site.help import pages
from vijfluik.site.help.finding import TOPICS

urlpatterns = [
    path("", pages.every, name="help"),
    *(
        path(f"{topic.word}/", pages.open_topic, {"word": topic.word}, name="help_topic")
        for topic in TOPICS
        if topic.public
    ),
    path("<slug:word>/", pages.topic, name="help_topic"),
]
