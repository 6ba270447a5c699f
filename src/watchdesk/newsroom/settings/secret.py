"""The key that signs sessions: made once, kept in the data folder, never in the repository."""

import os
import secrets
from pathlib import Path

FILE = "secret-key"


def secret_key(data: Path) -> str:
    """Give the key of a data folder, making it at the first call.

    Where the folder does not exist (a tool looks at the settings) the key lasts for the process.
    """
    if not data.is_dir():
        return secrets.token_urlsafe(48)
    file = data / FILE
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(secrets.token_urlsafe(48))
    return file.read_text(encoding="ascii")
