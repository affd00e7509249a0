"""A workbook as text that a reader can check: sheet by sheet, row by row, straight from the XML in the file.

Shows values, live formulas with their cached results, merged areas, column widths, paper and freezes; leaves
out style numbers, which say nothing without the style table. Of a plain list only the first rows are shown.
Standard library only.
"""
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
LIST_ROWS = 30  # of a sheet with a filter
LINK = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'


def read_xml(file, name):
    return ElementTree.fromstring(file.read(name))


def texts_of(element):
    return ''.join(t.text or '' for t in element.iter(MAIN + 't'))


def cell_text(cell, shared):
    value, formula, kind = cell.find(MAIN + 'v'), cell.find(MAIN + 'f'), cell.get('t', 'n')
    if kind == 's':
        shown = '"' + shared[int(value.text)] + '"'
    elif kind == 'inlineStr':
        shown = '"' + texts_of(cell) + '"'
    elif value is None:
        return None
    else:
        shown = value.text if kind == 'n' else f'"{value.text}"'
    shown = shown.replace('\n', '\\n')
    return f'={formula.text} -> {shown}' if formula is not None else shown


def row_text(row, shared):
    texts = ((cell.get('r'), cell_text(cell, shared)) for cell in row.iter(MAIN + 'c'))
    return '  '.join(f'{place} {text}' for place, text in texts if text is not None)


def dump_sheet(name, sheet, shared):
    lines = [f'== {name}']
    for column in sheet.iter(MAIN + 'col'):
        lines.append(f'columns {column.get("min")}-{column.get("max")} width {float(column.get("width")):.1f}')
    pane, setup = sheet.find(f'.//{MAIN}pane'), sheet.find(MAIN + 'pageSetup')
    if pane is not None:
        lines.append(f'frozen above and left of {pane.get("topLeftCell")}')
    if setup is not None:
        kept = ('paperSize', 'orientation', 'fitToWidth', 'fitToHeight', 'scale')
        lines.append('page ' + ' '.join(f'{k}={setup.get(k)}' for k in kept if setup.get(k)))
    for element, word in (('autoFilter', 'filter'), ('mergeCell', 'merged')):
        lines += [f'{word} {e.get("ref")}' for e in sheet.iter(MAIN + element)]
    if sheet.find(MAIN + 'sheetProtection') is not None:
        lines.append('protected')
    is_list = sheet.find(MAIN + 'autoFilter') is not None
    rows = [row_text(row, shared) for row in sheet.iter(MAIN + 'row')]
    shown = rows[:LIST_ROWS] if is_list else rows
    lines += [row for row in shown if row]
    if len(rows) > len(shown):
        lines.append(f'… {len(rows) - len(shown)} more rows')
    return lines


def dump(path):
    with zipfile.ZipFile(path) as file:
        shared = []
        if 'xl/sharedStrings.xml' in file.namelist():
            shared = [texts_of(item) for item in read_xml(file, 'xl/sharedStrings.xml')]
        targets = {r.get('Id'): r.get('Target') for r in read_xml(file, 'xl/_rels/workbook.xml.rels')}
        lines = []
        book = read_xml(file, 'xl/workbook.xml')
        for sheet in book.iter(MAIN + 'sheet'):
            part = re.sub(r'^/?(xl/)?', 'xl/', targets[sheet.get(LINK)])
            hidden = '' if sheet.get('state', 'visible') == 'visible' else ' (hidden)'
            lines += dump_sheet(sheet.get('name') + hidden, read_xml(file, part), shared)
        lines += [f'name {n.get("name")} = {n.text}' for n in book.iter(MAIN + 'definedName')]
    return '\n'.join(lines) + '\n'


if __name__ == '__main__':
    sys.stdout.write(dump(sys.argv[1]))
