# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables as they come from files and layers, whatever they are about."""
