"""The self-test's server: certificates made for one moment, and what our own HTTPS path thinks of them."""

import socket
import ssl
import tempfile
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from learnup_desktop.api.download import open_download
from learnup_desktop.base.errors import InsecureConnectionError, LearnUpError

_SECONDS = 20.0


class CertificateFaultError(LearnUpError):
    """Certificates are not judged as they must be."""


def _make_certificate(folder: Path) -> Path:
    """A key and a self-signed certificate for the loopback address in one PEM file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "LearnUp self-test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


class _Server:
    """Answers every connection on a loopback port with one short HTTP answer over TLS."""

    def __init__(self, certificate: Path) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, name="selftest-tls", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            try:
                with self._context.wrap_socket(connection, server_side=True) as secured:
                    secured.settimeout(_SECONDS)
                    secured.recv(4096)
                    secured.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
            except OSError:
                connection.close()  # the client hung up, as it must for a certificate it does not trust

    def close(self) -> None:
        """Stop listening."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


def try_certificates() -> str:
    """See that a stranger's certificate is refused and a trusted one accepted; what was seen.

    Raises:
        CertificateFaultError: one of both was judged wrongly.
    """
    import truststore

    with tempfile.TemporaryDirectory(prefix="learnup-selftest-") as folder:
        certificate = _make_certificate(Path(folder))
        server = _Server(certificate)
        try:
            try:
                with open_download(f"https://127.0.0.1:{server.port}/") as answer:
                    list(answer.chunks)
            except InsecureConnectionError:
                pass
            else:
                raise CertificateFaultError("a certificate that nobody vouches for was accepted")
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.load_verify_locations(certificate)
            address = ("127.0.0.1", server.port)
            with (
                socket.create_connection(address, _SECONDS) as plain,
                context.wrap_socket(plain, server_hostname="127.0.0.1") as secured,
            ):
                version = secured.version()
        except ssl.SSLError as error:
            raise CertificateFaultError(f"a certificate that was vouched for was refused: {error}") from error
        finally:
            server.close()
    return f"{ssl.OPENSSL_VERSION}, {version}; a stranger's certificate is refused, {_system_roots()}"


def _system_roots() -> str:
    context = ssl.create_default_context()
    roots = context.cert_store_stats()["x509_ca"]
    return f"{roots} of the system's roots" if roots else "the system's roots are looked up when needed"
