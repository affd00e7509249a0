"""What a second program sees in a workbook, one fact per line: xlsx_dump.py FILE."""
import re
import sys
import warnings
import zipfile
import xml.dom.minidom

import openpyxl

warnings.simplefilter("error")
path = sys.argv[1]
with zipfile.ZipFile(path) as package:
    assert package.testzip() is None
    for name in package.namelist():
        xml.dom.minidom.parseString(package.read(name))
        if name.startswith("xl/worksheets/sheet"):
            text = package.read(name).decode()
            print("breaks", name[19:-4], *re.findall(r'<brk id="(\d+)"', text))

formulas = openpyxl.load_workbook(path)
values = openpyxl.load_workbook(path, data_only=True)
properties = formulas.properties
print("title", properties.title, "creator", properties.creator, "created", properties.created.isoformat())
for name in formulas.defined_names.definedName:
    print("name", name.name, name.attr_text)
for sheet in formulas:
    setup = sheet.page_setup
    print("sheet", sheet.title, setup.orientation, "paper", setup.paperSize, "fit", sheet.sheet_properties.pageSetUpPr and
          tuple(1 if n is None else n for n in (setup.fitToWidth, setup.fitToHeight)), "centred", sheet.print_options.horizontalCentered, "freeze",
          sheet.freeze_panes, "filter", sheet.auto_filter.ref, "titles", sheet.print_title_rows)
    print("header", sheet.oddHeader.left.text, sheet.oddHeader.center.text, "footer", sheet.oddFooter.center.text)
    for merged in sorted(str(r) for r in sheet.merged_cells.ranges):
        print("merged", merged)
    for letters, dimension in sorted(sheet.column_dimensions.items()):
        print("width", letters, round(dimension.width, 1))
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                if cell.has_style and not isinstance(cell, openpyxl.cell.cell.MergedCell):
                    print("blank", sheet.title, cell.coordinate)
                continue
            cached = values[sheet.title][cell.coordinate].value
            shown = str(cell.value) if cell.data_type == "s" else repr(cell.value)
            print("cell", sheet.title, cell.coordinate, cell.data_type, shown.replace("\n", "\\n"), "=", repr(cached),
                  cell.number_format)
