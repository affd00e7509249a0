"""The C++ sources as the scripts see them: which files there are and what they include.

Comments and string literals are blanked out before anything is searched, so that prose never counts as code;
line numbers stay true.
"""

import re
from functools import lru_cache
from pathlib import Path

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^()\s\\]{0,16})\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"(?P<own>[^"\n]+)"|<(?P<other>[^>\n]+)>)', re.M)


class Include:
    """One #include: `own` names a file of the project, else `name` is a header of the system."""

    def __init__(self, name, own, line):
        self.name, self.own, self.line = name, own, line


def sources(folder):
    """All C++ files below `folder`, in a fixed order."""
    return sorted(path for path in Path(folder).rglob('*') if path.suffix in ('.h', '.cpp') and path.is_file())


def _blank(match):
    return re.sub(r'[^\n]', ' ', match.group())


def code_of(text):
    """The text with comments and string literals blanked out; the names in #include lines survive."""
    out, last = [], 0
    for match in _TOKEN.finditer(text):
        line = text[text.rfind('\n', 0, match.start()) + 1:match.start()]
        out.append(text[last:match.start()])
        out.append(match.group() if line.strip().replace(' ', '') == '#include' else _blank(match))
        last = match.end()
    return ''.join(out) + text[last:]


@lru_cache(maxsize=None)
def code_in(path):
    return code_of(Path(path).read_text(encoding='utf-8'))


@lru_cache(maxsize=None)
def includes_in(path):
    code = code_in(path)
    return [Include(m['own'] or m['other'], m['own'] is not None, code.count('\n', 0, m.start()) + 1)
            for m in _INCLUDE.finditer(code)]


def reach(path, roots):
    """The file and every project file it includes, directly or not; `roots` are the include folders."""
    seen, waiting = set(), [Path(path)]
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        for include in includes_in(here):
            found = next((root / include.name for root in roots if (root / include.name).is_file()), None)
            if include.own and found:
                waiting.append(found)
    return sorted(seen)
