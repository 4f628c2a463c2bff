# SPDX-License-Identifier: GPL-2.0-or-later
"""The runtime of a driver inside the real QGIS.

QGIS runs this file twice: as PYQGIS_STARTUP, before its window is there, to catch exceptions and dialogs that would
hang the run; and by --code, when its window is up, to run the driver named in STERKESTEDEN_DRIVER. A driver does

    from startup import check, picture, record, run

    def steps():
        yield 300                                   # wait so many milliseconds
        yield lambda: dock.isVisible()              # wait until it holds, 10 s at most
        yield (lambda: canvas_is_still(), 30_000)   # … or so many milliseconds at most
        record["letters"] = [...]                   # anything for JSON
        check(record["letters"] == list("HEMA"), "letters of the panel")
        picture("panel")

    run(steps())

A step is called from the event loop, never from a loop inside it, so that `deleteLater` and signals work as for a
person. A step that opens a modal dialog blocks: say beforehand what to do with it, by `when_modal(function)`.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget

WORKDIR = Path(os.environ["STERKESTEDEN_WORKDIR"])
WAIT = 10_000  # ms that a predicate may take
POLL = 25  # ms between two looks at a predicate
MODAL = 8_000  # ms that a modal dialog may stay up
WINDOW = (1600, 1000)  # without a window manager nobody else gives the window a size

record: dict[str, Any] = {}
exceptions: list[str] = []
messages: list[tuple[str, str, int]] = []  # (tag, text, level) of QGIS's message log
_checks: list[str] = []
_ended = False
_watch: _Watch | None = None


def check(holds: object, what: str) -> None:
    """Note a thing that was looked at; end the run if it does not hold."""
    if not holds:
        raise AssertionError(what)
    _checks.append(what)


def picture(name: str, widget: QWidget | None = None) -> Path:
    """Save a picture of the main window, or of `widget`, as `name`.png."""
    path = WORKDIR / f"{name}.png"
    if not (widget or qgis.utils.iface.mainWindow()).grab().save(str(path)):
        raise OSError(f"cannot write {path}")
    return path


def when_modal(act: Callable[[QWidget], None], limit: int = WAIT) -> None:
    """Call `act` with the next modal dialog as soon as it is up; the run fails if none comes in `limit` ms."""

    def look(left: int) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            _guarded(lambda: act(dialog))
        elif left <= 0:
            _guarded(lambda: check(False, f"a modal dialog within {limit} ms"))
        elif not _ended:
            QTimer.singleShot(POLL, lambda: look(left - POLL))

    QTimer.singleShot(0, lambda: look(limit))


def run(steps: Iterator[Any]) -> None:
    """Run the steps of a driver from the event loop and leave QGIS when they are done."""
    window = qgis.utils.iface.mainWindow()
    window.showNormal()
    window.resize(*WINDOW)
    window.move(0, 0)
    QApplication.setActiveWindow(window)
    QTimer.singleShot(0, lambda: _guarded(lambda: _step(steps)))


def _step(steps: Iterator[Any]) -> None:
    if _ended:
        return
    try:
        wanted = next(steps)
    except StopIteration:
        finish(None)
        return
    if callable(wanted):
        wanted = (wanted, WAIT)
    if isinstance(wanted, tuple):
        predicate, limit = wanted
        _wait(steps, predicate, limit, limit)
    else:
        QTimer.singleShot(int(wanted), lambda: _guarded(lambda: _step(steps)))


def _wait(steps: Iterator[Any], predicate: Callable[[], object], limit: int, left: int) -> None:
    if _ended:
        return
    if predicate():
        QTimer.singleShot(0, lambda: _guarded(lambda: _step(steps)))
    elif left <= 0:
        code = predicate.__code__ if hasattr(predicate, "__code__") else None
        where = f"{Path(code.co_filename).name}:{code.co_firstlineno}" if code else repr(predicate)
        raise TimeoutError(f"did not come true in {limit} ms: {where}")
    else:
        QTimer.singleShot(POLL, lambda: _guarded(lambda: _wait(steps, predicate, limit, left - POLL)))


def _guarded(act: Callable[[], object]) -> None:
    try:
        act()
    except Exception:
        finish(traceback.format_exc())


def _write(error: str | None) -> bool:
    ok = error is None and not exceptions
    said = {
        "ok": ok,
        "error": error,
        "exceptions": exceptions,
        "checks": _checks,
        "record": record,
        "messages": messages,
    }
    (WORKDIR / "record.json").write_text(json.dumps(said, indent=1, ensure_ascii=False, default=str), encoding="utf-8")
    return ok


def finish(error: str | None) -> None:
    """End the run, well if `error` is None and nothing was raised: the way out that does not crash QGIS 3.44."""
    global _ended
    if _ended:
        return
    _ended = True
    if error is not None:
        print(error, file=sys.stderr)
        picture("error")
        modal = QApplication.activeModalWidget()
        if modal is not None:
            _die(error, modal)
    _clear(error, 200)


def _clear(error: str | None, turns: int) -> None:
    """Clear the project once the map is drawn: QGIS 3.44 crashes where tiles still come when their layer goes."""
    if turns and qgis.utils.iface.mapCanvas().isDrawing():
        QTimer.singleShot(50, lambda: _clear(error, turns - 1))
        return
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)

    def leave() -> None:
        # Written this late, so that what clearing the project raised counts too.
        QCoreApplication.exit(0 if _write(error) else 1)

    QTimer.singleShot(200, leave)


def _die(error: str, dialog: QWidget) -> None:
    """End at once: in the loop of a modal dialog the orderly way out does not work."""
    picture("dialog", dialog)
    _write(error)
    sys.stderr.flush()
    os._exit(3)


class _Watch:
    """Ends the run when a modal dialog stays up: nobody will click it away."""

    def __init__(self) -> None:
        self.dialog: QWidget | None = None
        self.since = 0
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(500)

    def look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is not self.dialog:
            self.dialog, self.since = dialog, 0
            return
        self.since += 500
        if self.since >= MODAL:
            title = dialog.windowTitle()
            _die(f"a dialog stayed up: {type(dialog).__name__} {title!r}", dialog)


def _show_exception(kind: Any, value: Any, trace: Any, message: Any, *_args: Any, **_more: Any) -> None:
    text = "".join(traceback.format_exception(kind, value, trace))
    exceptions.append(f"{message or ''}\n{text}".strip())
    print(text, file=sys.stderr)


def _heard(text: str, tag: str, level: Any) -> None:
    messages.append((tag, text, int(level)))


def install() -> None:
    """Before QGIS is up: exceptions are noted instead of shown, dialogs watched, messages kept."""
    global _watch
    if _watch is not None:  # QGIS 3.22 runs PYQGIS_STARTUP twice
        return
    qgis.utils.showException = _show_exception
    QgsApplication.messageLog().messageReceived[str, str, qgis.core.Qgis.MessageLevel].connect(_heard)
    _watch = _Watch()


def drive() -> None:
    """Once QGIS is up: run the driver."""
    driver = Path(os.environ["STERKESTEDEN_DRIVER"])
    names = {"__name__": "__driver__", "__file__": str(driver)}
    _guarded(lambda: exec(compile(driver.read_text(encoding="utf-8"), str(driver), "exec"), names))


if __name__ != "startup":  # run by QGIS, not imported: hand over to the module that drivers import
    _here = str(Path(os.environ["PYQGIS_STARTUP"]).parent)
    if _here not in sys.path:
        sys.path.insert(0, _here)
    import startup

    if qgis.utils.iface is None:
        startup.install()
    else:
        startup.drive()
