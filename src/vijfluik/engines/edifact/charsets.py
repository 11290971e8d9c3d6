"""Which characters the bytes of an interchange are: by its syntax identifier, else by what fits.

Bytes are never changed; only who asks for text gets it decoded. ISO 9735 names the sets A to K, X
and Y; IATA's own identifiers say nothing, and there UTF-8 and then Latin-1 are tried. Latin-1 gives
every byte a character, so that nothing is dropped or replaced.
"""

from functools import lru_cache

CODECS = {
    b"UNOA": "ascii",
    b"UNOB": "ascii",
    b"UNOC": "iso8859-1",
    b"UNOD": "iso8859-2",
    b"UNOE": "iso8859-5",
    b"UNOF": "iso8859-7",
    b"UNOG": "iso8859-3",
    b"UNOH": "iso8859-4",
    b"UNOI": "iso8859-6",
    b"UNOJ": "iso8859-8",
    b"UNOK": "iso8859-9",
    b"UNOW": "utf-8",
    b"UNOY": "utf-8",
}


def codec_of(syntax: bytes | None) -> str:
    """The codec that a syntax identifier names; UTF-8 when it names none."""
    return CODECS.get(syntax or b"", "utf-8")


@lru_cache(maxsize=4096)
def decoded(value: bytes, codec: str) -> str:
    """A text; in UTF-8 or Latin-1 when it does not fit the character set that was named."""
    for attempt in (codec, "utf-8"):
        try:
            return value.decode(attempt)
        except UnicodeDecodeError:
            continue
    return value.decode("iso8859-1")
