"""What a second program sees of a workbook's charts, one fact per line: xlsx_charts.py FILE.

Every reference is resolved in the cells; a cache that says something else than they do is a line "differs"."""
import re
import sys
import warnings
import xml.etree.ElementTree as tree
import zipfile

import openpyxl

warnings.simplefilter("error")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

package = zipfile.ZipFile(sys.argv[1])
book = openpyxl.load_workbook(sys.argv[1])


def related(part):
    folder, name = part.rsplit("/", 1)
    path = f"{folder}/_rels/{name}.rels"
    if path not in package.namelist():
        return {}
    return {r.get("Id"): "xl/" + r.get("Target").removeprefix("../") for r in tree.fromstring(package.read(path))}


def cells(reference):
    sheet, area = re.fullmatch(r"'((?:[^']|'')*)'!(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)", reference).groups()
    found = book[sheet.replace("''", "'")][area.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def show(part, what):
    reference = part.find(f".//{C}f").text
    cache = None
    for kind in ("strCache", "numCache"):
        cache = part.find(f".//{C}{kind}") if cache is None else cache
    count = int(cache.find(f"{C}ptCount").get("val"))
    points = {int(p.get("idx")): p.find(f"{C}v").text for p in cache.findall(f"{C}pt")}
    values = cells(reference)
    print(what, reference, *(points.get(i, "-") for i in range(count)))
    for i, value in enumerate(values):
        if isinstance(value, str) and cache.tag == C + "numCache":
            value = None  # text is no point
        same = i not in points if value is None else points.get(i) == str(value) or float(points[i]) == value
        if not same or len(values) != count:
            print("differs", what, i, repr(value), points.get(i))


def texts(part):
    return "".join(t.text for t in part.iter(A + "t")) if part is not None else "-"


def show_chart(root):
    bars = root.find(f".//{C}barChart")
    value = lambda part, name: part.find(C + name).get("val") if part.find(C + name) is not None else "-"
    print("kind", value(bars, "barDir"), value(bars, "grouping"), "gap", value(bars, "gapWidth"))
    print("title", texts(root.find(f"{C}chart/{C}title")), "legend", root.find(f".//{C}legend") is not None)
    for name in ("catAx", "valAx"):
        axis = root.find(f".//{C}{name}")
        print(name, texts(axis.find(C + "title")), "order", value(axis.find(C + "scaling"), "orientation"), "at",
              value(axis, "axPos"), "grid", axis.find(C + "majorGridlines") is not None, "step", value(axis, "majorUnit"))
    for series in bars.findall(C + "ser"):
        show(series.find(C + "tx"), "series")
        show(series.find(C + "cat"), "names")
        show(series.find(C + "val"), "values")
        labels = series.find(C + "dLbls")
        hidden = [] if labels is None else [value(one, "idx") for one in labels.findall(C + "dLbl")]
        print("colour", series.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val"), "figures", labels is not None,
              "hidden", *hidden)


for number, sheet in enumerate(book, 1):
    for drawing in (p for p in related(f"xl/worksheets/sheet{number}.xml").values() if "drawing" in p):
        charts = related(drawing)
        for anchor in tree.fromstring(package.read(drawing)):
            place = [int(anchor.find(f"{X}{end}/{X}{way}").text) for end in ("from", "to") for way in ("row", "col")]
            print("chart", sheet.title, *place, anchor.get("editAs"), anchor.find(f".//{X}cNvPr").get("descr"))
            show_chart(tree.fromstring(package.read(charts[anchor.find(f".//{C}chart").get(R + "id")])))
