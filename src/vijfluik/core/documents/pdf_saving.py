"""Saving a PDF so that every stream can be told from what ends it.

PDF/A asks that a stream has exactly its stated length before the end of a line. A compressed stream
may by chance end in a carriage return; with the line feed that follows it the two read as one end
of a line, and a validator then misses a byte. Such a stream is wrapped in another coding, which
ends in a byte of its own (ISO 32000-1, 7.4.5).
"""

from __future__ import annotations

import io

import pikepdf

_ENDS_AMBIGUOUSLY = b"\r\nendstream"
_LONGEST_RUN = 128
_END_OF_RUNS = b"\x80"


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the file; the same structure gives the same bytes."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.read_raw_bytes().endswith(b"\r"):
            _wrapped(item)
    content = _written(pdf, mode=pikepdf.ObjectStreamMode.generate)
    if _ENDS_AMBIGUOUSLY in content:
        # One of the streams that hold objects, which are made while writing: do without them.
        content = _written(pdf, mode=pikepdf.ObjectStreamMode.disable)
    return content


def _wrapped(stream: pikepdf.Stream) -> None:
    """Put a stream into runs of bytes as they are, of which the last byte says the end."""
    if stream.get("/Filter") != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
        raise ValueError("a stream that is not simply compressed is none of ours")
    raw = stream.read_raw_bytes()
    runs = [raw[at : at + _LONGEST_RUN] for at in range(0, len(raw), _LONGEST_RUN)]
    stream.write(
        b"".join(bytes([len(run) - 1]) + run for run in runs) + _END_OF_RUNS,
        filter=pikepdf.Array([pikepdf.Name.RunLengthDecode, pikepdf.Name.FlateDecode]),
    )


def _written(pdf: pikepdf.Pdf, *, mode: pikepdf.ObjectStreamMode) -> bytes:
    into = io.BytesIO()
    pdf.save(
        into,
        deterministic_id=True,
        object_stream_mode=mode,
        # Streams stay as they are: compressed anew they would end as before.
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
    )
    return into.getvalue()
