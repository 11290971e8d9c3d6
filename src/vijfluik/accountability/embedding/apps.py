"""The room in which figures are taken along into other texts."""

from django.apps import AppConfig


class EmbeddingConfig(AppConfig):
    """Pages of receipts and of paragraphs; it keeps nothing of its own."""

    name = "vijfluik.accountability.embedding"
    label = "embedding"
