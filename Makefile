# SPDX-License-Identifier: GPL-2.0-or-later
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The tools of a virtual environment or of pyenv on the user's PATH must not get in the way.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/pycache
PYTHON := .venv/bin/python
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)

# Folders count too: a file that was taken away makes what was built from it old. (`data/.`, for `data` is a target.)
tree = $(shell find $(addsuffix /.,$(1)) -not -path "*/__pycache__*" -not -name "*.pyc" -not -name "*.qm" 2>/dev/null)
PACK := build/sterkesteden.gpkg
PACK_SOURCES := $(call tree,data tools/data resources/styles) sterkesteden_plugin/store/schema.py
# Its own place first: the one on the PATH may be that of another Qt.
LRELEASE = $(firstword $(wildcard /usr/lib/qt5/bin/lrelease) lrelease)
QM := resources/i18n/sterkesteden_nl.qm
PLUGIN := build/plugin/.stamp
PLUGIN_SOURCES := $(call tree,sterkesteden_plugin resources) metadata.txt LICENSE tools/assemble.py
ZIP := build/sterkesteden_plugin-$(VERSION).zip

.PHONY: help setup data assemble run tour test check package translations styles bench clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## install what is missing (apt, .venv)
	@tools/setup.sh

data: $(PACK)  ## check data/ and write build/sterkesteden.gpkg

assemble: $(PLUGIN)  ## put the plugin together in build/plugin/

run: assemble  ## start QGIS with the plugin; without a display: under Xvfb, driven, pictures in build/tour/
	@$(PYTHON) -m tools.run

tour: assemble  ## as run without a display, also where there is one
	@$(PYTHON) -m tools.run --tour

test: assemble  ## run every test
	@tools/with_qgis.sh -m pytest $(ARGS)

check: assemble  ## lint, types, security, translations, import rules
	@tools/check.sh

package: $(ZIP)  ## write build/sterkesteden_plugin-VERSION.zip for "Install from ZIP"

translations: setup  ## bring resources/i18n up to date with the texts in the code
	@$(PYTHON) -m tools.translations

styles: setup  ## draw resources/styles anew with tools/styles (on QGIS 3.22, whose QML newer ones read)
	QT_QPA_PLATFORM=offscreen /usr/bin/python3 -m tools.styles

bench: assemble  ## measure and print a table
	@tools/with_qgis.sh -m benchmarks $(ARGS)

clean:  ## remove what was built (not .venv)
	rm -rf build .qgis-settings .pytest_cache .mypy_cache .ruff_cache
	rm -f resources/i18n/*.qm
	find sterkesteden_plugin tools tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

$(PACK): $(PACK_SOURCES) | setup
	$(PYTHON) -m tools.data

$(QM): resources/i18n/sterkesteden_nl.ts | setup
	$(LRELEASE) -silent $< -qm $@

$(PLUGIN): $(PLUGIN_SOURCES) $(PACK) $(QM) | setup
	$(PYTHON) -m tools.assemble
	@touch $@

$(ZIP): $(PLUGIN) tools/package.py | setup
	$(PYTHON) -m tools.package
