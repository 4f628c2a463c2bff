# SPDX-License-Identifier: GPL-2.0-or-later
"""Vacancy: premises counted by area, kind and year, how sure the shares are, and where vacancy clusters."""
