"""An OpenID provider as a program of its own, honest unless it is told how to lie.

    python oidc_server.py

prints its port and serves until its standard input closes. POST /set with a JSON object says who signs in next and
what is wrong: `claims` are put over those of the ID token (null leaves one out), `userinfo` over those told later,
`key` may be `stranger` (signed by nobody known) or `none` (not signed), `discovery` is put over the configuration.
"""

import base64
import hashlib
import json
import secrets
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "portal", "portal-secret"
KEY, STRANGER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
LIES: dict = {}
CODES: dict[str, dict] = {}
TOKENS: dict[str, str] = {}


class Provider(BaseHTTPRequestHandler):
    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def do_GET(self):
        path, query = urlsplit(self.path).path, dict(parse_qs(urlsplit(self.path).query))
        asked = {name: values[0] for name, values in query.items()}
        if path == "/.well-known/openid-configuration":
            return self.say(200, self.configuration() | LIES.get("discovery", {}))
        if path == "/keys":
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
            return self.say(200, {"keys": [{**key, "kid": "one", "alg": "RS256", "use": "sig"}]})
        if path == "/authorize":
            code = secrets.token_urlsafe(16)
            CODES[code] = asked
            back = {"state": asked["state"], **(LIES.get("answer") or {"code": code})}
            return self.lead(f"{asked['redirect_uri']}?{urlencode(back)}")
        if path == "/userinfo":
            sub = TOKENS.get(self.headers.get("Authorization", "").removeprefix("Bearer "))
            return self.say(200, {"sub": sub} | LIES.get("userinfo", {})) if sub else self.say(401, {})
        return self.say(404, {})

    def configuration(self) -> dict:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/set":
            LIES.clear()
            LIES.update(json.loads(body))
            return self.say(200, {})
        given = {name: values[0] for name, values in parse_qs(body).items()}
        asked = CODES.pop(given.get("code"), None)  # a code is worth one token
        if asked is None or not self.is_ours(given, asked):
            return self.say(400, {"error": "invalid_grant"})
        token = secrets.token_urlsafe(16)
        TOKENS[token] = "person-1"
        return self.say(200, {"access_token": token, "token_type": "Bearer", "id_token": self.id_token(asked)})

    def is_ours(self, given: dict, asked: dict) -> bool:
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        return (
            (given.get("client_id"), given.get("client_secret")) == (CLIENT, SECRET)
            and given.get("redirect_uri") == asked["redirect_uri"]
            and (asked.get("code_challenge_method"), asked.get("code_challenge")) == ("S256", challenge)
        )

    def id_token(self, asked: dict) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": "person-1", "iat": now, "exp": now + 300}
        claims |= {"nonce": asked.get("nonce"), **LIES.get("claims", {})}
        claims = {name: value for name, value in claims.items() if value is not None}
        if LIES.get("key") == "none":
            return jwt.encode(claims, None, algorithm="none", headers={"kid": "one"})
        if LIES.get("key") == "shared":
            return jwt.encode(claims, SECRET, algorithm="HS256", headers={"kid": "one"})
        key = STRANGER if LIES.get("key") == "stranger" else KEY
        return jwt.encode(claims, key, algorithm="RS256", headers={"kid": "one"})

    def say(self, number: int, words: dict) -> None:
        body = json.dumps(words).encode()
        self.send_response(number)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def lead(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
