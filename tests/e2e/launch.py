# SPDX-License-Identifier: GPL-2.0-or-later
"""Start the real QGIS with a throw-away profile and a driver script, and say how it went.

Under Xvfb by default, with a home folder of its own, so that neither the user's settings nor their display matter.
The driver runs inside QGIS; `startup.py` beside this file is its runtime.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SCREEN = "1600x1000x24"
PROFILE = "sterkesteden"

# Of the caller's environment, what would lead QGIS to other Python packages, another PROJ or another screen.
FOREIGN = {
    *("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV", "PROJ_DATA", "PROJ_LIB", "GDAL_DATA"),
    *("QT_QPA_PLATFORM", "QT_PLUGIN_PATH", "QGIS_PREFIX_PATH", "QGIS_CUSTOM_CONFIG_PATH", "QGIS_PLUGINPATH"),
}
SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"


@dataclass
class Result:
    """How a run ended. `record` is what `startup.py` wrote, empty when the application never came that far."""

    exit_code: int
    record: dict[str, Any] = field(default_factory=dict)
    log: str = ""

    @property
    def ok(self) -> bool:
        """Whether the application left in order, the driver says it is content, and nothing was raised anywhere."""
        return self.exit_code == 0 and self.record.get("ok") is True and not self.record.get("exceptions")

    def explain(self) -> str:
        """What went wrong, for a person to read."""
        parts = [f"exit code {self.exit_code}", f"ok: {self.record.get('ok')}", str(self.record.get("error") or "")]
        return "\n".join([*parts, *self.record.get("exceptions", []), "--- end of the log ---", self.log[-4000:]])


def make_profile(workdir: Path, plugin_dir: Path | None, locale: str = "nl") -> Path:
    """Write a new profile below `workdir` with the plugin in it, switched on; return the folder for --profiles-path."""
    profiles = workdir / "profile"
    shutil.rmtree(profiles, ignore_errors=True)
    profile = profiles / "profiles" / PROFILE
    (profile / "QGIS").mkdir(parents=True)
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    enabled = ""
    if plugin_dir is not None:
        shutil.copytree(plugin_dir, plugins / plugin_dir.name, ignore=shutil.ignore_patterns("__pycache__"))
        enabled = f"{plugin_dir.name}=true\n"
    (profile / "QGIS" / "QGIS3.ini").write_text(
        f"[PythonPlugins]\n{enabled}\n"
        "[qgis]\ncheckVersion=false\nshowTips=false\nnewProjectDefault=false\nnetworkAndProxy\\networkTimeout=3000\n\n"
        "[app]\naskToSaveMemoryLayers=false\naskToSaveProjectChanges=false\nplugin_installer\\checkOnStart=false\n\n"
        f"[locale]\nuserLocale={locale}\nglobalLocale={locale}\noverrideFlag=true\n",
        encoding="utf-8",
    )
    return profiles


def environment(workdir: Path, *, virtual: bool) -> dict[str, str]:
    """The environment for QGIS: the caller's, less what would mislead it."""
    env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    env.update(PATH=SYSTEM_PATH, PYTHONDONTWRITEBYTECODE="1", PYTHONUNBUFFERED="1")
    # Without a network, let a tile that cannot come fail soon.
    env.setdefault("RES_OPTIONS", "timeout:1 attempts:1")
    if virtual:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"):
            env.pop(name, None)
        home, runtime = workdir / "home", workdir / "xdg"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        runtime.mkdir(mode=0o700, exist_ok=True)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            env.pop(name, None)
        env.update(
            HOME=str(home), XDG_RUNTIME_DIR=str(runtime), QT_QPA_PLATFORM="xcb", LANG="C.UTF-8", LC_ALL="C.UTF-8"
        )
    return env


def command(profiles: Path, code: Path, *, virtual: bool) -> list[str]:
    """The command line of QGIS with that profile, running `code` once it is up."""
    qgis = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(profiles), "--profile", PROFILE]
    xvfb = ["xvfb-run", "-a", "-s", f"-screen 0 {SCREEN} -nolisten tcp"] if virtual else []
    return [*xvfb, *qgis, "--code", str(code)]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the whole group: xvfb-run, Xvfb and QGIS."""
    for signum, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, signum)
            process.wait(patience)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def launch(
    script: Path | str,
    *,
    plugin_dir: Path | None,
    workdir: Path,
    env: dict[str, str] | None = None,
    locale: str = "nl",
    timeout: float = 180,
    virtual: bool = True,
    keep_profile: bool = False,
) -> Result:
    """Run the driver `script` (a name beside this file, or a path) in QGIS with the plugin of `plugin_dir`, or none.

    Pictures, `record.json` and `qgis.log` go to `workdir`. After `timeout` seconds all is ended, with exit code 124.
    """
    workdir = Path(workdir).resolve()
    workdir.mkdir(parents=True, exist_ok=True)
    startup, record, log = HERE / "startup.py", workdir / "record.json", workdir / "qgis.log"
    for old in (record, *workdir.glob("*.png")):
        old.unlink(missing_ok=True)
    profiles = workdir / "profile"
    if not keep_profile:
        make_profile(workdir, plugin_dir, locale)
    full = environment(workdir, virtual=virtual)
    full.update(env or {})
    full.update(
        PYQGIS_STARTUP=str(startup),
        STERKESTEDEN_DRIVER=str((HERE / script).resolve()),
        STERKESTEDEN_WORKDIR=str(workdir),
    )
    with log.open("wb") as output:
        process = subprocess.Popen(
            command(profiles, startup, virtual=virtual),
            cwd=workdir,
            env=full,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            exit_code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            exit_code = 124
        finally:
            _end(process)
    said = json.loads(record.read_text(encoding="utf-8")) if record.is_file() else {}
    return Result(exit_code, said, log.read_text(encoding="utf-8", errors="replace"))
