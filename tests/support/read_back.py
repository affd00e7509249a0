"""Reads the outputs with other people's programs: the workbook through openpyxl, the PDF through pdftotext."""
import re
import subprocess
from decimal import Decimal


def workbook_rows(path):
    """sheet -> rows of cached values, as a reader without a calculator sees them."""
    import openpyxl
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def numbers(row):
    return [cell for cell in row if isinstance(cell, (int, float)) and not isinstance(cell, bool)]


def find_in_order(wanted, rows):
    """Index of the first wanted row of numbers that does not follow the one before it; None when all do."""
    rows = iter(rows)
    for i, want in enumerate(wanted):
        if not any(any(row[k:k + len(want)] == want for k in range(len(row) - len(want) + 1)) for row in rows):
            return i
    return None


class Formulas:
    """A small calculator for the formulas that a report has: sums of cells, ranges and numbers."""

    def __init__(self, path):
        import openpyxl
        self.book = openpyxl.load_workbook(path)
        self.cached = openpyxl.load_workbook(path, data_only=True)

    def wrong(self):
        """(how many formulas there are, [(sheet, cell, formula, cached, computed)] that disagree)."""
        count, bad = 0, []
        for sheet in self.book:
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.data_type == 'f':
                        count += 1
                        got = self.value(sheet.title, cell.coordinate)
                        cached = self.cached[sheet.title][cell.coordinate].value
                        if got != Decimal(str(cached)):
                            bad.append((sheet.title, cell.coordinate, cell.value, cached, got))
        return count, bad

    def value(self, sheet, coordinate):
        cell = self.book[sheet][coordinate]
        if cell.data_type == 'f':
            return self.compute(sheet, cell.value[1:])
        return Decimal(str(cell.value)) if isinstance(cell.value, (int, float)) else Decimal(0)

    def compute(self, sheet, expression):
        expression = re.sub(r'SUM\(([^()]*)\)', r'\1', expression.replace('$', '')).replace('+', ',')
        return sum((self.term(sheet, term.strip()) for term in expression.split(',')), Decimal(0))

    def term(self, sheet, term):
        if '!' in term:
            sheet, term = term.rsplit('!', 1)
            sheet = sheet.strip("'")
        if re.fullmatch(r'-?[0-9.]+', term):
            return Decimal(term)
        if re.fullmatch(r'[A-Z]+[0-9]+', term):
            return self.value(sheet, term)
        cells = [c.coordinate for row in self.book[sheet][term] for c in row]  # a range; else openpyxl raises
        return sum((self.value(sheet, c) for c in cells), Decimal(0))


def pdf_text(path):
    done = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, check=True)
    return done.stdout.decode('utf-8')


def pdf_numbers(text):
    """The numbers that end each line, line by line."""
    tails = [re.search(r'((?:(?:^|\s+)-?[0-9]+(?:\.[0-9]+)?)+)\s*$', line) for line in text.splitlines()]
    return [[Decimal(n) for n in tail.group(1).split()] if tail else [] for tail in tails]
