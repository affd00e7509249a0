"""Input files that no honest program would write, and workbooks small enough to read. Standard library only."""
import os
import struct
import zipfile
from xml.sax.saxutils import escape

_TYPES = '''<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="\
application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'''
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_RELATION = ('<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
             'Target="{}"/>')
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def _sheet(rows):
    lines = []
    for i, row in enumerate(rows, 1):
        cells = [f'<c t="inlineStr"><is><t xml:space="preserve">{escape(str(v))}</t></is></c>' for v in row]
        lines.append(f'<row r="{i}">{"".join(cells)}</row>')
    return f'<worksheet {_MAIN}><sheetData>{"".join(lines)}</sheetData></worksheet>'


def xlsx(path, sheets, hidden=()):
    """`sheets`: name -> rows of text; the names in `hidden` are hidden."""
    def state(name):
        return ' state="hidden"' if name in hidden else ''
    names = list(sheets)
    book = ''.join(f'<sheet name="{n}" sheetId="{i}"{state(n)} r:id="rId{i}"/>' for i, n in enumerate(names, 1))
    parts = {
        '[Content_Types].xml': _TYPES,
        '_rels/.rels': _RELATIONS.format(_RELATION.format(1, 'officeDocument', 'xl/workbook.xml')),
        'xl/workbook.xml': f'<workbook {_MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
                           f'relationships"><sheets>{book}</sheets></workbook>',
        'xl/_rels/workbook.xml.rels': _RELATIONS.format(''.join(
            _RELATION.format(i, 'worksheet', f'worksheets/sheet{i}.xml') for i in range(1, len(names) + 1))),
    }
    for i, name in enumerate(names, 1):
        parts[f'xl/worksheets/sheet{i}.xml'] = _sheet(sheets[name])
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name), text)


def docx(path, paragraphs):
    """Paragraphs of text; a list in their place is a table of rows of cells."""
    def paragraph(text):
        return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    def table(rows):
        cells = lambda row: ''.join(f'<w:tc>{"".join(map(paragraph, cell.split(chr(10))))}</w:tc>' for cell in row)
        return f'<w:tbl>{"".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows)}</w:tbl>'
    body = ''.join(table(p) if isinstance(p, list) else paragraph(p) for p in paragraphs)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo('[Content_Types].xml'), _TYPES)
        file.writestr(zipfile.ZipInfo('_rels/.rels'), _RELATIONS.format(_RELATION.format(1, 'officeDocument', 'word/document.xml')))
        file.writestr(zipfile.ZipInfo('word/document.xml'), f'<w:document {space}><w:body>{body}</w:body></w:document>')


def cut(path, keep):
    """Keeps the first `keep` (0 to 1) of the file."""
    os.truncate(path, int(os.path.getsize(path) * keep))


def compound(path, streams):
    """An OLE compound file with empty streams of these names: the shell of an encrypted workbook or an old .xls."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(16) + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack('<IIIIIIIII', 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack('<109I', 0, *[free] * 108)

    def entry(name, kind, child, right):
        wide = name.encode('utf-16-le')
        return (wide.ljust(64, b'\0') + struct.pack('<HBBIII', len(wide) + 2 if name else 0, kind, 1, free, right, child)
                + bytes(36) + struct.pack('<IQ', end, 0))
    entries = entry('Root Entry', 5, 1, free)
    for i in range(3):
        name = streams[i] if i < len(streams) else ''
        entries += entry(name, 2 if name else 0, free, i + 2 if i + 1 < len(streams) else free)
    with open(path, 'wb') as file:
        file.write(head + struct.pack('<128I', fat, end, *[free] * 126) + entries)


def encrypted_xlsx(path):
    compound(path, ['EncryptionInfo', 'EncryptedPackage'])


def old_xls(path):
    compound(path, ['Workbook'])


def picture(path):
    """The smallest PNG: one black pixel."""
    with open(path, 'wb') as file:
        file.write(bytes.fromhex('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55'
                                 '0000000a49444154789c6360000000020001485ddd3c0000000049454e44ae426082'))
