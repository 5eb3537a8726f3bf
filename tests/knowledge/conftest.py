"""A real PostgreSQL server, in a folder and on a port of its own."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest


def _binaries() -> Path | None:
    for initdb in [
        *sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True),
        *map(Path, filter(None, [shutil.which("initdb")])),
    ]:
        return initdb.parent
    try:
        import pgserver
    except ImportError:
        return None
    return Path(pgserver.__file__).parent / "pginstall" / "bin"


@pytest.fixture(scope="session")
def postgresql_url():
    binaries = _binaries()
    root = os.geteuid() == 0
    if binaries is None or (root and shutil.which("runuser") is None):
        pytest.skip("no PostgreSQL server was found (on Debian: apt-get install postgresql)")
    # PostgreSQL refuses to run as root.
    user = "postgres" if root else getpass.getuser()
    if root and subprocess.run(["id", user], capture_output=True).returncode:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    as_user = ["runuser", "-u", user, "--"] if root else []
    folder = Path(tempfile.mkdtemp(prefix="whosees-pg-", dir="/tmp"))
    if root:
        shutil.chown(folder, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = {"check": True, "capture_output": True, "cwd": folder}
    subprocess.run(
        [*as_user, binaries / "initdb", "-D", folder / "data", "-U", "whosees", "-A", "trust", "-E", "UTF8"], **run
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    control = [*as_user, binaries / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w"]
    subprocess.run(
        [*control, "-o", options, "start"], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield f"postgresql://whosees@127.0.0.1:{port}/postgres"
    subprocess.run([*control, "-m", "immediate", "stop"], **run)
    shutil.rmtree(folder)
