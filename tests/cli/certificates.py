"""Certificates for one run of one scenario, made by the openssl command."""
import subprocess


class CannotMake(Exception):
    """The openssl command is missing or refuses."""


def openssl(folder, *arguments):
    try:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotMake(f"openssl {arguments[0]}: {getattr(error, 'stderr', None) or error}") from None


def make(folder):
    """ca.pem, and server.* and client.* that it signed; the server is 127.0.0.1."""
    folder.mkdir(parents=True)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl(folder, "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
            "-subj", "/CN=scenario authority")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
    for name in ("server", "client"):
        openssl(folder, "req", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr",
                "-subj", f"/CN={name}")
        openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
                "-CAcreateserial", "-out", f"{name}.pem", "-days", "2", "-extfile", "names")
    return folder
