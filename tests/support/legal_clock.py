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


class Count:
    """The count as it stands at the end of a day."""

    def __init__(self, calendar, case):
        self.calendar, self.case = calendar, case
        self.reached = []  # the days counted since the count last began
        self.waiting = [False, False]  # a correction, a payment
        self.told_in_time = True

    def is_consulted(self, day):
        return any(begin < day and (end is None or day <= end) for begin, end in self.case.consulted)

    def pass_day(self, day):
        if day > self.case.received and not any(self.waiting):
            if self.calendar.is_working(day) and not self.is_consulted(day):
                self.reached.append(day)
        before = list(self.waiting)
        came = [0, 0]
        for kind, (asked, answers) in enumerate(self.case.waits):
            # What came answers what was asked before that day, and only then what was asked on it.
            came[kind], new = answers.count(day), asked.count(day)
            if came[kind] and before[kind]:
                self.waiting[kind] = new > came[kind] - 1
            elif not before[kind]:
                self.waiting[kind] = new > came[kind]
        if any(came) and not any(was and not now for was, now in zip(before, came)):
            self.reached = []
        if day == self.case.told:
            self.told_in_time = len(self.reached) <= REPLY_DAYS if any(self.waiting) else not self.is_over(REPLY_DAYS, day)

    def is_over(self, limit, today):
        """Whether `today` is behind the last day, which a consultation begun by then holds until its answer."""
        if len(self.reached) < limit:
            return False
        last = self.reached[limit - 1]
        while last < today and self.is_consulted(last + 1):
            last += 1
        return today > last


def count_through(calendar, case, until):
    count = Count(calendar, case)
    for day in range(case.received, until + 1):
        count.pass_day(day)
    return count


def read(calendar, case, until):
    """(working days counted, whether `until` is after the last day in time)."""
    count = count_through(calendar, case, until)
    last = deadline_of(calendar, case, count, until)
    return len(count.reached), last is not None and until > last


def deadline(calendar, case, until):
    """The last day in time, as `until` sees it; None while something is awaited of the applicant."""
    return deadline_of(calendar, case, count_through(calendar, case, until), until)


def deadline_of(calendar, case, count, until):
    if any(count.waiting):
        return None
    limit, reached, day = limit_of(case, count, until), list(count.reached), until
    while len(reached) < limit:
        day += 1
        if calendar.is_working(day):
            reached.append(day)
    last = reached[limit - 1]
    # A consultation begun by then holds the last day until its answer.
    while last < until and count.is_consulted(last + 1):
        last += 1
    agreed = case.agreed
    while agreed is not None and not calendar.is_working(agreed):
        agreed += 1
    return last if agreed is None else max(last, agreed)


def limit_of(case, count, until):
    limit = REPLY_DAYS
    is_extended = case.is_extended if case.told is None else case.told <= until
    if is_extended and count.told_in_time:
        limit += min(MOST_EXTRA_DAYS if case.extra is None else case.extra, MOST_EXTRA_DAYS)
    return limit
