# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS with a throw-away authentication database asks a server with a login; prints what came of it as JSON.

    with_login.py URL CACHE_FOLDER        (user and password in USER_NAME and USER_PASSWORD)

In a process of its own: the database of a running QGIS cannot be changed for another.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QEventLoop, QThread, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sterkesteden_plugin.services.cache import ResponseCache
from sterkesteden_plugin.services.errors import ServiceError
from sterkesteden_plugin.services.http import Fetcher

URL, FOLDER = sys.argv[1], Path(sys.argv[2])


class _Worker(QThread):
    def __init__(self, authcfg: str) -> None:
        super().__init__()
        self.authcfg = authcfg
        self.told: list[str] = []

    def run(self) -> None:
        self.told = ask(self.authcfg)


def ask(authcfg: str) -> list[str]:
    """The body, or what the user is told."""
    try:
        return [Fetcher(cache=ResponseCache(FOLDER)).get(URL, authcfg=authcfg).body.decode()]
    except ServiceError as error:
        return [type(error).__name__, error.message, error.advice, *error.details]


def stored(password: str) -> str:
    """The id of a new authentication configuration."""
    config = QgsAuthMethodConfig()
    config.setName("test")
    config.setMethod("Basic")
    config.setConfigMap({"username": os.environ["USER_NAME"], "password": password, "realm": ""})
    manager = QgsApplication.authManager()
    done = manager.storeAuthenticationConfig(config)
    assert done is True or done[0], "not stored"  # QGIS 3.44 gives the configuration back too
    return config.id()


def type_in(_reply: object, login: Any) -> None:
    """What a user does in the dialog of QGIS."""
    login.setUser(os.environ["USER_NAME"])
    login.setPassword(os.environ["USER_PASSWORD"])


def log_in() -> int:
    """Get the page as a layer does, with a login that the user typed; the status. Qt knows it from now on."""
    network, loop = QgsNetworkAccessManager.instance(), QEventLoop()
    network.authenticationRequired.connect(type_in)
    reply = network.get(QNetworkRequest(QUrl(URL)))
    reply.finished.connect(loop.quit)
    loop.exec()
    network.authenticationRequired.disconnect(type_in)
    return reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)


def ask_and_type() -> list[str]:
    """Ask, and type the login when QGIS asks for it."""
    network = QgsNetworkAccessManager.instance()
    network.authenticationRequired.connect(type_in)
    told = ask("")
    network.authenticationRequired.disconnect(type_in)
    return told


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    assert QgsApplication.authManager().authenticationDatabasePath().startswith(os.environ["QGIS_AUTH_DB_DIR_PATH"])
    assert QgsApplication.authManager().setMasterPassword("master", True)
    QgsNetworkAccessManager.instance()
    logged: list[tuple[str, str]] = []
    signal = QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel]
    signal.connect(lambda text, tag, level: logged.append((text, tag)))
    good, bad = stored(os.environ["USER_PASSWORD"]), stored("another")
    worker = _Worker(good)
    loop = QEventLoop()
    worker.finished.connect(loop.quit)
    worker.start()
    loop.exec()
    told = {
        "main": ask(good),
        "worker": worker.told,
        "wrong": ask(bad),
        "none": ask(""),
        "unknown": ask("nosuch1"),
        "layer": [log_in(), ask("")],
        "typed": ask_and_type(),
        "log": logged,
    }
    print("told:" + json.dumps(told))
    sys.stdout.flush()
    os._exit(0)  # leaving QGIS in order is not what is tested


main()
