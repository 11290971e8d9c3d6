"""Small drawings on a field of 20 by 20, drawn with one stroke width; each tone has its own shape.

The shape carries the meaning together with the words beside it, so that nothing depends on
colour. They are ours, drawn for this platform.
"""

PATHS = {
    "positive": "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M6.7 10.3l2.3 2.3l4.3-4.9",
    "info": "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 9.2v4.6M10 6.2v.1",
    "warning": "M10 2.8L18 16.8H2zM10 8v4.2M10 14.5v.1",
    "negative": "M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9zM10 6v5M10 13.9v.1",
    "neutral": "M3 10h14M3 5.5h14M3 14.5h9",
    "closed": "M4 4h12v12H4zM7 10h6",
    "planned": "M3 4.5h14v12.5H3zM3 8.5h14M7 2.5v4M13 2.5v4",
    "clock": "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 5.8V10l2.8 1.9",
    "version": "M4 16.5l.8-3.6l8.6-8.6l2.8 2.8l-8.6 8.6zM11.6 6.1l2.8 2.8",
    "journal": "M4.5 2.5h9l2 2v13h-11zM7.5 7.5h5M7.5 10.5h5M7.5 13.5h3",
    "decision": "M10 3v14M5 17h10M3.5 6.5h13M3.5 6.5L1.6 11h3.8zM16.5 6.5L14.6 11h3.8z",
    "refusal": "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M4.8 4.8l10.4 10.4",
    "change": "M3 7h12l-3-3M17 13H5l3 3",
    "up": "M10 16V4M5.5 8.5L10 4l4.5 4.5",
    "down": "M10 4v12M5.5 11.5L10 16l4.5-4.5",
    "same": "M4 7.5h12M4 12.5h12",
    "sort": "M6.5 7.5L10 4l3.5 3.5M6.5 12.5L10 16l3.5-3.5",
    "ascending": "M6 12l4-4.5l4 4.5",
    "descending": "M6 8l4 4.5l4-4.5",
    "close": "M5 5l10 10M15 5L5 15",
    "menu": "M3 5.5h14M3 10h14M3 14.5h14",
    "person": "M10 3.2a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 0 1 0-6.6M3.5 17c.6-3.6 3-5.2 6.5-5.2"
    "s5.9 1.6 6.5 5.2",
    "chevron": "M5.5 8l4.5 4.5L14.5 8",
    "help": "M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M7.7 8a2.3 2.3 0 1 1 3.4 2"
    "c-.8.4-1.1.8-1.1 1.7M10 14.2v.1",
    "search": "M8.7 3a5.7 5.7 0 1 1 0 11.4a5.7 5.7 0 0 1 0-11.4M13 13l4.2 4.2",
    "add": "M10 4v12M4 10h12",
    "bell": "M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8.5 17.5h3",
    "file": "M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15",
    "download": "M10 3v9.5M6 9l4 4l4-4M3.5 16.5h13",
    "print": "M6 8V3h8v5M6 14H3.5V8h13v6H14M6 12h8v5H6z",
}
