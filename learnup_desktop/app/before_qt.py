"""Modules of the start that know nothing of Qt, imported before it.

Once PySide6 is loaded it looks at every module that is imported (``shibokensupport.feature`` reads its source, to see
whether it uses PySide6); what is there already is left alone. That saves about 30 ms before the first window.
"""

import asyncio
import concurrent.futures.thread
import hashlib
import json
import logging.handlers
import platform
import socket
import tomllib
import traceback

import learnup_desktop.base.clock
import learnup_desktop.base.errors
import learnup_desktop.base.files
import learnup_desktop.base.log
import learnup_desktop.base.settings
import learnup_desktop.base.timings
import learnup_desktop.store.accounts
import learnup_desktop.store.records

LOADED = (
    asyncio,
    concurrent.futures.thread,
    hashlib,
    json,
    logging.handlers,
    platform,
    socket,
    tomllib,
    traceback,
    learnup_desktop,
)
"""Named, so that no tool takes the imports for forgotten ones."""
