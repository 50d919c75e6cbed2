"""A provider that does what a scenario says, good manners or not."""
import gzip
import http.server
import ssl
import sys
import threading
import time


class ScriptedProvider:
    """Serves on a free loopback port until closed; remembers every request."""

    def __init__(self, answers, certificates=None, demand_client_certificate=False):
        self.requests = []
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.answers = answers
        self.server.requests = self.requests
        self.server.released = threading.Event()
        together = [int(a.options["together"]) for a in answers if "together" in a.options]
        self.server.barrier = threading.Barrier(max(together, default=1), timeout=20)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        if certificates:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
            if demand_client_certificate:
                context.verify_mode = ssl.CERT_REQUIRED
                context.load_verify_locations(certificates / "ca.pem")
            self.server.tls = context
            self.url = f"https://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self.server.released.set()
        self.server.shutdown()
        self.server.server_close()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):  # A refused TLS handshake is one.
            super().handle_error(request, client_address)


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        context = getattr(self.server, "tls", None)
        if context:
            self.request = context.wrap_socket(self.request, server_side=True)
        super().setup()

    def handle(self):
        try:
            super().handle()
        except (OSError, threading.BrokenBarrierError):
            pass  # The client went away, or too few came, which is what some scenarios are about.

    def finish(self):
        try:
            super().finish()
        except OSError:
            pass

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.answer
        raise AttributeError(name)

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.remember(body)
        for answer in self.server.answers:
            if answer.fits(self.command, self.path, body):
                self.play(answer)
                return
        self.write("404", [("Content-Type", "text/plain")], b"nothing is scripted here", {})

    def remember(self, body):
        lines = [f"{self.command} {self.path}"]
        lines += [f"{name.lower()}: {value}" for name, value in self.headers.items()]
        lines += ["", body.decode("utf-8", "replace"), ""]
        self.server.requests.append("\n".join(lines))

    def play(self, answer):
        if answer.status == "hang":
            self.server.released.wait()
            self.close_connection = True
        elif answer.status == "close":
            self.close_connection = True
        else:
            if "together" in answer.options:
                self.server.barrier.wait()
            time.sleep(int(answer.options.get("after", "0ms").removesuffix("ms")) / 1000)
            self.write(answer.status, answer.headers, answer.body, answer.options)

    def write(self, status, headers, body, options):
        if options.get("encoding") == "gzip":
            body = gzip.compress(body, 9)
            headers = headers + [("Content-Encoding", "gzip")]
        length = options.get("length", str(len(body)))
        if status not in ("204", "304"):
            headers = headers + [("Content-Length", length)]
        head = [f"HTTP/1.1 {status} Scripted"] + [f"{name}: {value}" for name, value in headers]
        self.wfile.write(("\r\n".join(head) + "\r\n\r\n").encode())
        if self.command != "HEAD":
            self.wfile.write(body[:int(options.get("cut", len(body)))])
        self.close_connection = "cut" in options or "length" in options

    def log_message(self, *arguments):
        pass


class ClosedPort:
    """A loopback port on which nobody listens, kept free while the scenario runs."""

    def __init__(self):
        self.server = http.server.HTTPServer(("127.0.0.1", 0), _Handler, bind_and_activate=False)
        self.server.server_bind()
        self.url = f"http://127.0.0.1:{self.server.socket.getsockname()[1]}"

    def close(self):
        self.server.server_close()
