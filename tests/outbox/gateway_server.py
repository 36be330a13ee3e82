"""A gateway of text messages as a program of its own: it counts, fails, waits, repeats, leads astray and hangs up.

    python gateway_server.py

prints its port and serves until its standard input closes. POST /set with a JSON list says how the next requests to
/send are answered, one word each: a number, or `slow`, `drop`, `drip`, `astray`, `lost` (it takes the message and
hangs up); after the last it answers 200. GET /seen tells, as JSON, every request and every message that a telephone
would have got: one for each key, because a key that was seen is known.
"""

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PLAN: list[str] = []
REQUESTS: list[dict] = []
DELIVERED: dict[str, str] = {}
LOCK = threading.Lock()


class Gateway(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/set":
            PLAN[:] = json.loads(body)
            return self.say(200)
        with LOCK:
            word = str(PLAN.pop(0)) if PLAN else "200"
            REQUESTS.append({"path": self.path, "headers": dict(self.headers), "body": body.decode(), "word": word})
        if word == "slow":
            time.sleep(4)
            return self.say(200)
        if word == "drop":
            return self.hang_up()
        if word == "lost":
            self.deliver(body)
            return self.hang_up()
        if word == "astray":
            return self.say(307, Location="/elsewhere")
        if word == "200":
            self.deliver(body)
        return self.say(int(word))

    def deliver(self, body: bytes) -> None:
        with LOCK:
            DELIVERED.setdefault(self.headers["Idempotency-Key"], body.decode())

    def do_GET(self):
        self.say(200, json.dumps({"requests": REQUESTS, "delivered": DELIVERED}).encode())

    def say(self, number: int, body: bytes = b"{}", **headers) -> None:
        self.send_response(number)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(2)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
