"""Addresses of receipts; they stand beneath those of the figure, and stay for ever."""

from django.urls import path

from vijfluik.accountability.embedding import pages_receipt

app_name = "embedding"
urlpatterns = [
    path("<slug:figure>/bewijs/", pages_receipt.keep, name="keep"),
    path("<slug:figure>/bewijs/<slug:key>/", pages_receipt.receipt, name="receipt"),
]
