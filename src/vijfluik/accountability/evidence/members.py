"""The files of a bundle and its manifest: every file is there, and is what the manifest says."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vijfluik.accountability.evidence import naming
from vijfluik.accountability.evidence.faults import Fault, read_object, require

LARGEST = 4_000_000_000
"""Bytes of all files together; what says more is no bundle."""

_KEYS = {
    *("format", "notice", "demonstration", "report", "as_of", "site", "editions", "software"),
    *("writers", "figures", "files", naming.SEAL),
}


@dataclass(frozen=True, kw_only=True)
class Members:
    """The files by their path, and what the manifest says of the whole."""

    files: Mapping[str, bytes]
    manifest: Mapping[str, Any]
    manifest_sha256: str

    @property
    def public(self) -> bool:
        """Whether it is the bundle for publication."""
        return bool(self.manifest["format"] == naming.PUBLIC)


def opened(content: bytes) -> Members:
    """Read a bundle and compare each file with the manifest.

    Raises:
        Fault: it is no bundle, or a file is missing, too many or altered.
    """
    files = _read(content)
    require(naming.MANIFEST in files, file=naming.MANIFEST, message="it is missing")
    raw = files.pop(naming.MANIFEST)
    manifest = read_object(raw, file=naming.MANIFEST)
    require(
        manifest.get("format") in {naming.FORMAT, naming.PUBLIC},
        file=naming.MANIFEST,
        message=f"its format is {manifest.get('format')!r}, not {naming.FORMAT!r} or"
        f" {naming.PUBLIC!r}",
    )
    odd = sorted(manifest.keys() ^ _KEYS)
    require(not odd, file=naming.MANIFEST, message=f"missing or unknown: {', '.join(odd)}")
    require(
        naming.sealed(dict(manifest)) == raw,
        file=naming.MANIFEST,
        message="it does not fit the SHA-256 that it gives of itself",
    )
    _compare(files, listed=_listed(manifest))
    return Members(files=files, manifest=manifest, manifest_sha256=hashlib.sha256(raw).hexdigest())


def _read(content: bytes) -> dict[str, bytes]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise Fault("", f"the bundle is no zip file ({error})") from None
    found: dict[str, bytes] = {}
    with archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
            raise Fault("", f"the bundle says that it holds more than {LARGEST} bytes")
        for entry in archive.infolist():
            require(entry.filename not in found, file=entry.filename, message="it is there twice")
            try:
                found[entry.filename] = archive.read(entry)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
                raise Fault(entry.filename, f"it cannot be read ({error})") from None
            except RuntimeError as error:
                raise Fault(entry.filename, f"it is locked ({error})") from None
    return found


def _listed(manifest: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    try:
        return {str(entry["path"]): entry for entry in manifest["files"]}
    except (TypeError, KeyError):
        raise Fault(naming.MANIFEST, "its list of files cannot be read") from None


def _compare(files: Mapping[str, bytes], *, listed: Mapping[str, Mapping[str, Any]]) -> None:
    for path in sorted(listed.keys() | files.keys()):
        require(path in files, file=path, message="the manifest names it and it is missing")
        require(path in listed, file=path, message="it is not in the manifest")
        digest = hashlib.sha256(files[path]).hexdigest()
        told = listed[path].get("sha256")
        require(
            digest == told,
            file=path,
            message=f"its SHA-256 is {digest}, the manifest says {told}",
        )
        require(
            len(files[path]) == listed[path].get("bytes"),
            file=path,
            message=f"it has {len(files[path])} bytes, the manifest says otherwise",
        )
