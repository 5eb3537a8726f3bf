"""A real PostgreSQL server, in a folder and on a port of its own."""

import getpass
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Where the server is to be reached, as a URL without a database."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server was found (on Debian: apt-get install postgresql)")
    # PostgreSQL refuses to run as root.
    root = os.geteuid() == 0
    user = "postgres" if root else getpass.getuser()
    as_user = ["runuser", "-u", user, "--"] if root else []
    if root and (shutil.which("runuser") is None or subprocess.run(["id", user], capture_output=True).returncode):
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres to run it as")
    folder = Path(tempfile.mkdtemp(prefix="whosees-pg-"))
    if root:
        shutil.chown(folder, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program: str, *options: str | Path) -> None:
        command = [*as_user, binaries / program, "-D", folder / "data", *options]
        done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=(folder / "errors").open("w"))
        assert done.returncode == 0, (folder / "errors").read_text()

    try:
        run("initdb", "-U", "whosees", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        run("pg_ctl", "-l", folder / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://whosees@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgresql_url(postgresql_server) -> str:
    """An empty database; where the server can, sorted as English is and not as bytes are."""
    database = f"test_{next(_numbers)}"
    engine = create_engine(f"{postgresql_server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        [version] = connection.execute(text("SHOW server_version_num")).one()
        english = "LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'" if int(version) >= 150_000 else ""
        connection.execute(text(f"CREATE DATABASE {database} TEMPLATE template0 {english}"))
    engine.dispose()
    return f"{postgresql_server}/{database}"


_numbers = count()


def _binaries() -> Path | None:
    """Where PostgreSQL's programs are: Debian keeps them off the PATH."""
    found = [*sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True), shutil.which("initdb")]
    return Path(found[0]).parent if found[0] else None
