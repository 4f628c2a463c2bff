# SPDX-License-Identifier: GPL-2.0-or-later
"""The tour: the story in the panel, told full-screen, and a story of the user's own."""

from hands import DRAWN, box_of, canvas, click, drawn, name_the_file, plugin, press, shown_text, visible_layers
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from startup import WORKDIR, check, picture, record, when_modal

from sterkesteden_plugin.i18n import tr  # isort: skip


def story():
    content, pack = plugin.dock.content, plugin.state.pack
    click(content.header.home)
    yield lambda: content.pages.currentWidget() is content.story
    for number, chapter in enumerate(pack.chapters):
        if number:
            click(content.story.next)
        yield lambda chapter=chapter: content.story.shown == chapter.id
        yield DRAWN
        check(chapter.title in shown_text(content.story.text), f"{chapter.id}: title is shown")
        check(visible_layers() == set(chapter.layers), f"{chapter.id}: its layers are on, and no others")
        check(canvas.extent().contains(box_of([chapter.extent])), f"{chapter.id}: its view is shown")
        picture(f"3-{chapter.id}")


def _lightness(widget):
    """How light a widget is as a whole: 0 to 255."""
    image = widget.grab().toImage().scaled(40, 25)
    return sum(image.pixelColor(x, y).lightness() for x in range(40) for y in range(25)) / 1000


def presentation():
    """The story told full-screen, from its beginning to Esc; everything is as it was then."""
    content = plugin.dock.content
    plugin.go_home()
    yield DRAWN
    before = (canvas.extent(), visible_layers(), plugin.dock.geometry(), plugin.state.chapter, canvas.mapTool())
    click(content.story.present)
    yield lambda: plugin._presentation is not None and plugin._presentation.isVisible()
    window = plugin._presentation
    total = len(window._slides)
    yield 1500
    picture("51-present", window)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    dimmed = scrolled = False
    for number in range(1, total):
        press(keys[number % 2], window)
        while window.at < number:  # a clicker goes through a long text first
            scrolled, before_press = True, window.told.verticalScrollBar().value()
            press(keys[number % 2], window)
            moved = window.told.verticalScrollBar().value() > before_press
            check(moved or window.at == number, "presentation: each press leads on")
        check(window.at == number, f"presentation: slide {number + 1} of {total}")
        if number in (5, 10, total - 1):
            yield 1800
            picture(f"51-present-{number:02}", window)
        if not dimmed and window.slide.key in plugin.state.pack.item_by_id and window.slide.places:
            dimmed = True
            yield from _dimming(window)
    check(dimmed, "presentation: a slide with places came by")
    # The texts of the pack of three other cities are short.
    check(scrolled or total < 30, "presentation: a text longer than the screen came by")
    press(Qt.Key.Key_PageUp, window)
    check(window.at == total - 2, "presentation: and back")
    press(Qt.Key.Key_Escape, window)
    yield lambda: plugin._presentation is None
    yield DRAWN
    after = (canvas.extent(), visible_layers(), plugin.dock.geometry(), plugin.state.chapter, canvas.mapTool())
    check(after == before, "presentation: Esc brings back what was there")


def _dimming(window):
    """D dims what the slide is not about, D again takes that away."""
    stage = window.stage
    yield lambda: not stage.flight.flying
    yield drawn(stage.canvas)
    light = _lightness(stage)
    press(Qt.Key.Key_D, window)
    yield lambda: stage.shade.isVisible()
    yield 300
    check(_lightness(stage) < 0.8 * light, "presentation: D dims the map")
    picture("52-present-dimmed", window)
    press(Qt.Key.Key_D, window)
    yield lambda: not stage.shade.isVisible()
    yield 300
    check(_lightness(stage) > 0.9 * light, "presentation: D again takes the shade away")


def _choose(menu, text):
    """Choose an entry of a menu by its text."""
    found = next(action for action in menu.actions() if action.text() == tr(text))
    check(found.isEnabled(), f"{text} can be chosen")
    found.trigger()


def own_story():
    """A story of one's own with what the map shows as a chapter; out to one file, and back from it."""
    content = plugin.dock.content
    content.show_stories()
    page = content.stories
    yield lambda: page.isVisible()
    _choose(page.list.menus.story.menu(), "New story…")
    QTest.keyClicks(page.form.title, "Ons verhaal")
    press(Qt.Key.Key_Return, page.form.title)
    yield lambda: any(story.own for story in plugin.state.pack.stories) and page.list.add.isEnabled()
    click(page.list.add)
    form = content.edits.page.chapter
    yield lambda: form.isVisible() and form.edit is not None
    for field, words in ((form.title, "Wat wij zien"), (form.text, "Dit beeld hoort erbij.")):
        field.setFocus()
        QTest.keyClicks(field, words)
    yield lambda: form.text.is_settled
    picture("81-chapter-form")
    click(form.save)
    own = next(story.id for story in plugin.state.pack.stories if story.own)
    yield lambda: len(plugin.state.pack.chapters_of(own)) == 1
    yield 300
    picture("82-own-story")
    check(plugin.state.pack.chapters_of(own)[0].box is not None, "the view of the map is kept")
    path = WORKDIR / "ons.verhaal.json"
    path.unlink(missing_ok=True)
    when_modal(name_the_file(path))
    _choose(page.list.menus.story.menu(), "Export to a file…")
    yield lambda: path.is_file()
    stories = len(plugin.state.pack.stories)
    when_modal(name_the_file(path))
    _choose(page.list.menus.story.menu(), "Import from a file…")
    yield lambda: len(plugin.state.pack.stories) == stories + 1
    yield lambda: page.story_id != own and page.list.chapters.rows
    kept, brought = (_told(plugin.state.pack, story) for story in (own, page.story_id))
    check(brought == kept, "what comes back from the file is what went out: words, layers, view and places")
    yield 300
    picture("83-imported-story")
    record["story"] = brought[0][:2]


def _told(pack, story):
    """What the chapters of a story say and show."""
    return [
        (chapter.title, chapter.text, chapter.layers, chapter.box, sorted(link.place.id for link in chapter.places))
        for chapter in pack.chapters_of(story)
    ]
