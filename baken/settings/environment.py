# SPDX-License-Identifier: EUPL-1.2
"""What Baken reads from its environment: every name, its meaning and its default, in one table.

The reference page `docs/reference/settings.md` is checked against this table by a house test.
"""

import os
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

ROOT = Path(__file__).resolve().parents[2]

_OWN_PLACE = {"dbname", "user", "password", "host", "port"}
# PostgreSQL plans a question that comes back once for all: planning took twice as long as answering.
_PREPARED = {"server_side_binding": True, "prepare_threshold": 5}

NAMES = {
    "BAKEN_HOME": "folder that holds the embedded server, keys and the search index",
    "BAKEN_OPEN_DATABASE_URL": "open door's database, as its runtime role",
    "BAKEN_OPEN_OWNER_URL": "open door's database, as its owner; only migrations use it",
    "BAKEN_CLOSED_DATABASE_URL": "closed door's database, as its runtime role",
    "BAKEN_CLOSED_OWNER_URL": "closed door's database, as its owner; only migrations use it",
    "BAKEN_KEYS_DATABASE_URL": "database of the keys that open people's files, as its runtime role",
    "BAKEN_KEYS_OWNER_URL": "database of the keys, as its owner; only migrations use it",
    "BAKEN_SEALER_URL": "closed door's database, as the role that seals the log",
    "BAKEN_BRIDGE_URL": "open door's database, as the role by which the closed door takes reports and answers them",
    "BAKEN_ROOT_KEY": "file of the root keys, which open the keys of people's files",
    "BAKEN_AUDIT_KEY": "file with the secret that seals the log and signs its heads",
    "BAKEN_AUDIT_HEADS": "file to which the log's signed heads are added",
    "BAKEN_ERASURE_JOURNAL": "file to which every erased dossier is added, so that a restore erases it again",
    "BAKEN_OPEN_BACKUP_URL": "open door's database, as the role that backs up",
    "BAKEN_CLOSED_BACKUP_URL": "closed door's database, as the role that backs up",
    "BAKEN_KEYS_BACKUP_URL": "database of the keys, as the role that backs up",
    "BAKEN_BACKUP_RECIPIENT": "public key of age that backups are sealed to",
    "BAKEN_OPEN_SECRET_KEY": "signs the open door's sessions",
    "BAKEN_CLOSED_SECRET_KEY": "signs the closed door's sessions",
    "BAKEN_OPEN_HOSTS": "host names the open door answers to, comma-separated",
    "BAKEN_CLOSED_HOSTS": "host names the closed door answers to, comma-separated",
    "BAKEN_OPEN_ADDRESS": "address under which readers reach the open door",
    "BAKEN_CLOSED_ADDRESS": "address under which staff reach the closed door",
    "BAKEN_HTTPS": "1 where a proxy in front speaks HTTPS; sets secure cookies and HSTS",
    "BAKEN_PROXIES": "how many proxies in front tell in X-Forwarded-For who asks",
    "BAKEN_FACTOR_KEY": "file with the key that seals the secrets of second factors",
    "BAKEN_AGENCY_NAME": "name of the organisation through whose server people may sign in",
    "BAKEN_AGENCY_ASKS_FACTOR": "1 where that server is trusted to have asked for a second factor when it says so",
    "BAKEN_OIDC_ISSUER": "address of a server that speaks OpenID Connect; switches it on",
    "BAKEN_OIDC_CLIENT": "name of this door at that server",
    "BAKEN_OIDC_SECRET": "file with the secret of this door at that server",
    "BAKEN_SAML_ENTITY": "name of a server that speaks SAML; switches it on where its package is installed",
    "BAKEN_SAML_ADDRESS": "address at which that server signs people in",
    "BAKEN_SAML_CERTIFICATE": "file with that server's certificate",
    "BAKEN_RECEIPT_PEPPER": "file with the secret without which no receipt of a report can be guessed",
    "BAKEN_MEANING": "0 where nothing shall be embedded: then the search goes by words alone",
    "BAKEN_EMBEDDINGS_URL": "address of a server on the premises that embeds by OpenAI's interface",
    "BAKEN_EMBEDDINGS_MODEL": "name of the model at that server",
    "BAKEN_EMBEDDINGS_KEY": "file with the key that server asks for",
    "BAKEN_SEARCH_CANDIDATE_DAYS": "on how many days of four weeks a question must be asked before editors may read it",
    "BAKEN_FIGURES_COUNTRIES": "countries that figures tell apart by name",
    "BAKEN_STATIC": "folder of collected static files, one sub-folder a door",
    "BAKEN_LANGUAGES": "folder with the report form in further languages",
    "BAKEN_DATA": "folder of real law and rulings that the demo, tests and benches read",
    "BAKEN_CHROMIUM": "browser the browser tests start",
}


def text(name: str, default: str = "") -> str:
    """Return the value of a documented variable; a name outside the table is a programming error."""
    if name not in NAMES:
        raise KeyError(f"{name} is not a documented setting")
    return os.environ.get(name, default)


def words(name: str, default: str) -> list[str]:
    """Return a comma-separated value as a list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def embeddings() -> dict[str, str | bool]:
    """Return what makes vectors for the search: whether anything may, and the server that does, if one is named."""
    parts = {part: text(f"BAKEN_EMBEDDINGS_{part.upper()}") for part in ("url", "model", "key")}
    return {"on": text("BAKEN_MEANING", "1").lower() not in {"0", "false", "no"}, **parts}


def flag(name: str) -> bool:
    """Return whether a variable says yes (`1`, `true` or `yes`)."""
    return text(name).lower() in {"1", "true", "yes"}


def home() -> Path:
    """Return the folder of Baken's own data: `BAKEN_HOME`, else `.baken` beside the project."""
    return Path(text("BAKEN_HOME", str(ROOT / ".baken"))).expanduser().resolve()


def index() -> Path:
    """Return the folder of the search index, which is derived data and can be made anew."""
    return home() / "index"


def collections() -> Path:
    """Return the folder of the collections, which hold texts that no page shows."""
    return home() / "collections"


def root_key() -> Path:
    """Return the file of the root keys; it lies in no database and in no backup of one."""
    return Path(text("BAKEN_ROOT_KEY", str(home() / "secrets" / "root_key")))


def audit_key() -> Path:
    """Return the file of the secret that seals the log; only the sealer and whoever verifies read it."""
    return Path(text("BAKEN_AUDIT_KEY", str(home() / "secrets" / "audit_key")))


def audit_heads() -> Path:
    """Return the file of the log's signed heads."""
    return Path(text("BAKEN_AUDIT_HEADS", str(home() / "audit-heads.jsonl")))


def erasure_journal() -> Path:
    """Return the file by which a restored backup forgets again what was erased."""
    return Path(text("BAKEN_ERASURE_JOURNAL", str(home() / "erasure-journal.jsonl")))


def receipt_pepper() -> Path:
    """Return the file of the secret that goes into every receipt; it lies in no database."""
    return Path(text("BAKEN_RECEIPT_PEPPER", str(home() / "secrets" / "receipt_pepper")))


def factor_keys() -> list[str]:
    """Return the keys that seal second factors, newest first; none where there is no file, and then nobody enrols."""
    path = Path(text("BAKEN_FACTOR_KEY", str(home() / "secrets" / "factor_key")))
    return path.read_text(encoding="utf-8").split() if path.is_file() else []


def static(door: str) -> Path:
    """Return the folder of a door's collected static files."""
    return Path(text("BAKEN_STATIC", str(ROOT / "build" / "static"))) / door


def languages() -> list[Path]:
    """Return the folder of further languages, if there is one."""
    return [Path(found)] if (found := text("BAKEN_LANGUAGES")) else []


def data() -> Path:
    """Return the folder of real material that tests, benches and the demo may read."""
    return Path(text("BAKEN_DATA", str(ROOT.parent / "shared" / "data")))


def database(name: str, *, lasting: int = 600, patience: int = 0) -> dict[str, object]:
    """Return Django's database setting for an address such as `postgresql://role:word@host/name`.

    Persistent connections suit both doors: a request never outlives its worker thread's connection. What is seldom
    asked for may hang up at the end of the request (``lasting`` 0, in seconds). ``patience`` is how many seconds to
    wait for a server that does not answer, where others must not wait for it; 0 leaves that to the system.
    """
    parts = conninfo_to_dict(text(name))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", ""),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": parts.get("port", ""),
        # Whatever else the address says, such as sslmode, is said to PostgreSQL too.
        "OPTIONS": _PREPARED
        | {name: value for name, value in parts.items() if name not in _OWN_PLACE}
        | ({"connect_timeout": patience} if patience else {}),
        "CONN_MAX_AGE": lasting,
        "CONN_HEALTH_CHECKS": True,
    }
