"""What a test needs from the machine it runs on. A test that lacks it is skipped, and says so."""
import importlib.util
import os
import re
import shutil

FONT_FOLDERS = (os.environ.get('NIANBAO_FONTS', ''), '/usr/local/share/fonts/nianbao',
                os.path.expanduser('~/.local/share/fonts/nianbao'))


def has_fonts():
    return any(os.path.exists(os.path.join(f, 'FandolFang-Regular.otf')) for f in FONT_FOLDERS)


CHECKS = {
    'fonts': has_fonts,
    'root': lambda: os.geteuid() == 0,
    'openpyxl': lambda: importlib.util.find_spec('openpyxl') is not None,
    'pdftotext': lambda: shutil.which('pdftotext') is not None,
}


PLUGINS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), 'plugins')


EXTENDS = re.compile(r'^extends = "([\w-]+)"', re.M)


def has_pack(name):
    """The pack and those that it extends."""
    try:
        with open(os.path.join(PLUGINS, name, 'pack.toml'), encoding='utf-8') as file:
            base = EXTENDS.search(file.read())
    except (FileNotFoundError, NotADirectoryError):
        return False
    return name == 'national' or has_pack(base.group(1) if base else 'national')


def is_there(need):
    """"pack:laiwu" is a pack that may be deleted."""
    return has_pack(need[len('pack:'):]) if need.startswith('pack:') else CHECKS[need]()


def lacking(*needs):
    """The first of the needs that is not there, or None."""
    return next((need for need in needs if not is_there(need)), None)
