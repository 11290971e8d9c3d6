"""An authority, and certificates of it for a host and for a client, as files."""

import datetime as dt
import ipaddress
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, kw_only=True)
class Certificates:
    """The files: of the authority, and of each the certificate and its key."""

    authority: str
    host: tuple[str, str]
    client: tuple[str, str]


def made(folder: Path, *, client: str) -> Certificates:
    """New ones, for 127.0.0.1 and for a client of this name."""
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Invented authority", key=root_key, by=None, by_key=root_key)
    (folder / "authority.pem").write_bytes(root.public_bytes(serialization.Encoding.PEM))
    files = {}
    for name in ("127.0.0.1", client):
        key = ec.generate_private_key(ec.SECP256R1())
        found = _certificate(name, key=key, by=root, by_key=root_key)
        files[name] = _written(folder, name, key=key, certificate=found)
    return Certificates(
        authority=str(folder / "authority.pem"), host=files["127.0.0.1"], client=files[client]
    )


def _certificate(
    name: str,
    *,
    key: ec.EllipticCurvePrivateKey,
    by: x509.Certificate | None,
    by_key: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    building = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if by is None else by.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by_key.public_key()), critical=False
        )
    )
    if name == "127.0.0.1":
        place = x509.IPAddress(ipaddress.ip_address(name))
        building = building.add_extension(x509.SubjectAlternativeName([place]), critical=False)
    return building.sign(by_key, hashes.SHA256())


def _written(
    folder: Path, name: str, *, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate
) -> tuple[str, str]:
    paths = (folder / f"{name}.pem", folder / f"{name}.key")
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(paths[0]), str(paths[1])
