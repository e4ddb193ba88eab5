"""What a build leaves out, and why: modules that nothing imports, and files that hooks bring along unasked.

Used by ``learnup.spec``; ``tests/unit/packaging`` holds it to what the program does import, and the self-test of the
built program to the rest.
"""

import re

QT_UNUSED = [
    "3DAnimation",
    "3DCore",
    "3DExtras",
    "3DInput",
    "3DLogic",
    "3DRender",
    "Bluetooth",
    "Charts",
    "Concurrent",
    "DataVisualization",
    "Designer",
    "Graphs",
    "GraphsWidgets",
    "Help",
    "HttpServer",
    "Location",
    "Nfc",
    "OpenGL",
    "OpenGLWidgets",
    "Positioning",
    "Qml",
    "Quick",
    "Quick3D",
    "QuickControls2",
    "QuickWidgets",
    "RemoteObjects",
    "Scxml",
    "Sensors",
    "SerialBus",
    "SerialPort",
    "SpatialAudio",
    "Sql",
    "StateMachine",
    "TextToSpeech",
    "UiTools",
    "WebView",
]
"""Under the GPL, or of no use here; a hook that finds one imported would bring its libraries too. Of Quick, QML, OpenGL
and Positioning the libraries stay, which WebEngine is linked against; no Python module of them is asked for."""
TOOLS = [
    "Cython", "IPython", "PIL", "PyInstaller", "_curses", "_pytest", "curses", "distutils", "ensurepip", "hypothesis",
    "idlelib", "lib2to3", "mypy", "pip", "pydoc_data", "pytest", "readline", "setuptools", "test", "tkinter", "turtle",
]  # fmt: skip
"""Of developers and terminals. (GNU Readline is under the GPL: it must not be shipped with this program.)"""
VISION_UNUSED = [
    "albumentations", "av", "imageio", "insightface.app.mask_renderer", "insightface.app.person",
    "insightface.app.privateframe", "insightface.commands", "insightface.gui", "matplotlib", "networkx", "pandas",
    "reportlab", "scipy", "sklearn", "tifffile",
]  # fmt: skip
"""InsightFace's other programs. Faces are aligned by one class of scikit-image: packaging/shims."""
SERVER_ONLY = [
    "MySQLdb", "asyncpg", "boto3", "botocore", "eventlet", "gevent", "psycopg2", "redis", "s3transfer", "sanic",
    "tornado",
]  # fmt: skip
"""PostgreSQL, Redis, S3 and other ways to serve: the embedded platform keeps everything in a folder."""
FOR_TERMINALS = ["httpx._main", "markdown_it", "pygments", "rich"]
"""Colours for command lines of libraries: httpx's own, and tracebacks that nobody sees."""
EXCLUDED_MODULES = [
    *(f"PySide6.Qt{name}" for name in QT_UNUSED), *TOOLS, *VISION_UNUSED, *SERVER_ONLY, *FOR_TERMINALS,
]  # fmt: skip

QT_LIBRARIES = {
    "Concurrent", "Core", "DBus", "Gui", "Multimedia", "MultimediaWidgets", "Network",
    "OpenGL", "Pdf", "Positioning", "PrintSupport", "Qml", "QmlMeta", "QmlModels", "QmlWorkerScript",
    "Quick", "QuickWidgets", "Svg", "Test", "WaylandClient", "WaylandEglClientHwIntegration",
    "WebChannel", "WebEngineCore", "WebEngineWidgets", "Widgets", "WlShellIntegration", "XcbQpa",
}  # fmt: skip
"""What the program and its plugins are linked against; every other library of Qt stays out."""
QT_PLUGINS = {
    "iconengines", "imageformats", "multimedia", "networkinformation", "platforminputcontexts", "platforms",
    "platformthemes", "printsupport", "styles", "tls", "wayland-decoration-client",
    "wayland-graphics-integration-client", "wayland-shell-integration", "xcbglintegrations",
}  # fmt: skip
SYSTEM_LIBRARIES = re.compile(
    r"^lib(?:X|xcb|xkb|FLAC|asound|asyncns|atk|avahi|blkid|bsd|cairo|cap|com_err|cups|datrie|dbus|drm|expat|fontconfig|free"
    r"|fribidi|gbm|gcrypt|gdk|gio|glib|gmodule|gmp\b|gnutls|gobject|gpg-error|graphite|gssapi|gthread|harfbuzz|hogweed"
    r"|idn|jpeg|k5|keyutils|krb5|md\b|mount|mp3lame|mpg123|nettle|nspr|nss|ogg|opus|p11|pango|pcre2|pixman|plc|plds|png16"
    r"|pulse|selinux|smime|sndfile|softokn|systemd|tasn1|thai|udev|unistring|vorbis|wayland|stdc\+\+|gcc_s|lz4|brotli)"
    r"[^/]*\.so"
)
"""Linux: what every desktop has, kept current there by its distribution; the .deb depends on it, doctor names what is
missing. (Their names with a hash, from wheels, are others: those belong to the wheel.)"""
_HASHED = re.compile(r"-[0-9a-f]{8}\.so")
_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6?([A-Z3]\w*?)(?:\.so(?:\.\d+)*|\.dll|\.framework/.*)$")
_PLUGIN = re.compile(r"(?:^|/)PySide6/(?:Qt/)?plugins/([^/]+)/")
_LOCALE = re.compile(r"(?:^|/)qtwebengine_locales/(.+)\.pak$")
_KEPT_LOCALES = {"en-US", "en-GB", "ta"}
"""Chromium has no Sinhala; it falls back to English."""
_UNWANTED = re.compile(
    r"""
      (?:^|/)PySide6/(?:Qt/)?qml/                   # nothing here is written in QML
    | (?:^|/)PySide6/(?:Qt/)?translations/\w+\.qm$  # Qt's own words; ours are si and ta, which Qt has not
    | plugins/platforms/lib(?:qeglfs|qlinuxfb|qminimalegl|qvkkhrdisplay|qvnc)\.so
    | plugins/platformthemes/libqgtk3\.so           # pulls GTK in; the portal's theme stays
    | plugins/platforminputcontexts/.*virtualkeyboard
    | plugins/imageformats/libq(?:icns|pdf|tga|tiff|wbmp)\.
    | plugins/networkinformation/libqconnman\.
    | plugins/wayland-shell-integration/lib(?:ivi-shell|fullscreen-shell-v1|qt-shell)\.  # cars, kiosks, other Qts
    | qtwebengine_devtools_resources\.pak           # the browser's developer tools
    | \.debug\.(?:pak|bin)$
    | (?:^|/)cv2/(?:qt|data)/                         # of opencv-python: a Qt 5, and models of old
    | (?:^|/)opencv_python\.libs/libQt5
    | (?:^|/)(?:tests?|testing)/
    | (?:^|/)lib(?:readline|history|ncursesw?|tinfo)\.so
    | (?:^|/)onnx/(?:backend|reference)/
    | (?:^|/)onnxruntime/(?:transformers|quantization|tools|training)/
    | (?:^|/)zstandard/_cffi\.                      # the slower of its two implementations
    """,
    re.VERBOSE,
)


def is_wanted(destination: str) -> bool:
    """Whether a file belongs into the build; ``destination`` is its path there, with either kind of slash."""
    path = destination.replace("\\", "/")
    locale = _LOCALE.search(path)
    if locale is not None:
        return locale.group(1) in _KEPT_LOCALES
    plugin = _PLUGIN.search(path)
    if plugin is not None and plugin.group(1) not in QT_PLUGINS:
        return False
    if SYSTEM_LIBRARIES.search(path) and not _HASHED.search(path):
        return False
    library = _LIBRARY.search(path)
    if library is not None and "opencv" not in path and library.group(1) not in QT_LIBRARIES:
        return False
    return _UNWANTED.search(path) is None
