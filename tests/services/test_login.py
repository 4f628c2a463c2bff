# SPDX-License-Identifier: GPL-2.0-or-later
"""Logins come from QGIS's authentication database, and go nowhere but to the service."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sterkesteden_plugin.services.address import host
from tests.services.servers.faults import Answer, LoopbackServer, Request

SCRIPT = Path(__file__).with_name("with_login.py")
USER, PASSWORD = "planner", "s3cr3t-w00rd"
BASIC = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


class LoginServer(LoopbackServer):
    """Gives its answer to who has the password."""

    def answer(self, request: Request) -> Answer:
        if request.headers.get("authorization") == BASIC:
            return Answer(b"for you", headers={"ETag": '"1"'})
        return Answer(b"no", "text/plain", 401, {"WWW-Authenticate": 'Basic realm="test"'})


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """What the script was told, the address it asked, and the folder that holds all that it wrote."""
    folder = tmp_path_factory.mktemp("login")
    (folder / "auth").mkdir()
    env = {**os.environ, "QGIS_AUTH_DB_DIR_PATH": f"{folder}/auth/", "QGIS_CUSTOM_CONFIG_PATH": f"{folder}/config"}
    env |= {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", "USER_NAME": USER, "USER_PASSWORD": PASSWORD}
    with LoginServer() as server:
        command = [sys.executable, str(SCRIPT), f"{server.url}/data", str(folder / "cache")]
        run = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
        lines = [line for line in run.stdout.splitlines() if line.startswith("told:")]
        assert lines, run.stdout + run.stderr
        return json.loads(lines[0][len("told:") :]), host(server.url), folder, run


def test_login_of_a_configuration_in_both_threads(asked):
    told = asked[0]
    assert (told["main"], told["worker"]) == (["for you"], ["for you"])


@pytest.mark.parametrize("which", ["wrong", "none"])
def test_refused(asked, which):
    kind, message, advice, *_ = asked[0][which]
    assert kind == "ServiceError"
    assert message == f"{asked[1]} does not let you in (answer 401)."
    assert advice == "Choose an authentication configuration of QGIS with which you may use this service."


def test_configuration_that_is_not_there(asked):
    kind, message, advice, *_ = asked[0]["unknown"]
    assert kind == "ServiceError"
    assert message == f"The authentication configuration for {asked[1]} cannot be used."
    assert advice == "Check it in the options of QGIS, under Authentication."


def test_a_login_of_a_layer_is_not_used(asked):
    status, told = asked[0]["layer"]
    assert status == 200, "the layer gets it"
    assert told[0] == "ServiceError"


def test_a_login_that_is_typed_is_not_used_and_nothing_of_it_kept(asked):
    assert asked[0]["typed"][0] == "ServiceError"
    assert not (asked[2] / "cache").exists()


def test_nothing_of_it_is_told_or_kept(asked):
    told, _, folder, run = asked
    secrets = (PASSWORD, BASIC.split()[1])
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "qgis-auth.db" for path in written)
    assert not (folder / "cache").exists()
    for secret in secrets:
        assert secret not in json.dumps(told) + run.stdout + run.stderr
        assert [path for path in written if secret.encode() in path.read_bytes()] == []
