"""The legal clock once more, walked day by day: what other tests hold against the program's arithmetic.

Written from 《政府信息公开条例》第三十条至第三十五条 and the conventions that the report prints, not from the
program. Days are ordinals of datetime.date. Standard library only.
"""
import csv
import datetime
import re

REPLY_DAYS, MOST_EXTRA_DAYS = 20, 20


class WorkingDays:
    """Monday to Friday, with the days off and the weekend days worked of a holidays.csv."""

    def __init__(self, path):
        with open(path, encoding='utf-8') as file:
            table = [(datetime.date.fromisoformat(r['date']).toordinal(), r['day_off'] == '1') for r in csv.DictReader(file)]
        self.off = {day for day, is_off in table if is_off}
        self.worked = {day for day, is_off in table if not is_off}
        self.known = {}

    def is_working(self, day):
        if day not in self.known:
            is_weekday = datetime.date.fromordinal(day).weekday() < 5
            self.known[day] = day in self.worked or (is_weekday and day not in self.off)
        return self.known[day]


def days_in(text):
    """Every date of a cell, in whatever form: 2024-01-05, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105."""
    found = re.findall(r'(\d{4})(?:(\d\d)(\d\d)(?!\d)|\D(\d{1,2})\D(\d{1,2}))', text)
    return [datetime.date(int(y), int(m or m2), int(d or d2)).toordinal() for y, m, d, m2, d2 in found]


def day_in(text):
    return (days_in(text) or [None])[0]


class Case:
    """What a row of the request ledger says of the clock."""

    def __init__(self, row):
        text = lambda name: row.get(name) or ''
        self.received = day_in(text('收到日期'))
        self.closed = day_in(text('答复日期')) or day_in(text('办结日期'))
        # What is asked of the applicant, and when it came.
        self.waits = [[days_in(text(name)) for name in pair]
                      for pair in (('补正告知日期', '补正收到日期'), ('收费通知日期', '缴费日期'))]
        self.consulted = []
        for period in text('征求意见时间').split('；'):
            begin, _, end = period.partition('~')
            if begin.strip():
                self.consulted.append((day_in(begin), day_in(end) if end.strip() else None))
        self.told = day_in(text('延期告知日期'))
        self.extra = int(text('延长工作日数')) if text('延长工作日数') else None
        self.is_extended = text('是否延期') == '是' or bool(self.extra)
        self.agreed = day_in(text('另定答复期限'))


def read(calendar, case, until):
    """(working days counted, whether `until` is after the last day in time)."""
    reached, waiting = walk(calendar, case, until)
    return len(reached), not waiting and is_late(case, reached, until)


def deadline(calendar, case, until):
    """The last day in time, as `until` sees it; None while something is awaited of the applicant."""
    reached, waiting = walk(calendar, case, until)
    if waiting or case.agreed is not None:
        return None if waiting else case.agreed
    limit, day = limit_of(case, reached, until), until
    while len(reached) < limit:
        day += 1
        if calendar.is_working(day):
            reached.append(day)
    return reached[limit - 1]


def walk(calendar, case, until):
    """(the days counted, what is awaited) at the end of `until`."""
    reached, waiting = [], set()  # the days that were counted since the count last began; what is awaited
    for day in range(case.received, until + 1):
        if day > case.received and not waiting and calendar.is_working(day) and not any(
                begin < day and (end is None or day <= end) for begin, end in case.consulted):
            reached.append(day)
        waiting |= {kind for kind, (asked, _) in enumerate(case.waits) if day in asked}
        come = {kind for kind, (_, came) in enumerate(case.waits) if day in came}
        waiting -= come
        if come and not waiting:
            reached = []
    return reached, waiting


def is_late(case, reached, until):
    if case.agreed is not None:
        return until > case.agreed
    limit = limit_of(case, reached, until)
    return len(reached) >= limit and until > reached[limit - 1]


def limit_of(case, reached, until):
    limit = REPLY_DAYS
    is_extended = case.is_extended if case.told is None else case.told <= until
    told_late = case.told is not None and len(reached) >= REPLY_DAYS and case.told > reached[REPLY_DAYS - 1]
    if is_extended and not told_late:
        limit += min(MOST_EXTRA_DAYS if case.extra is None else case.extra, MOST_EXTRA_DAYS)
    return limit
