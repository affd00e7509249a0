"""Figures of the 2021 form into ledgers that must count back to exactly these figures.

`cases` turns the tables into single applications and lawsuits (every unit, date and channel made up, in an
order that looks random and is always the same); `write_workspace` writes them as case records, as unit
tables, or half of the units each way. One workspace mixes everything an office may send: UTF-8 and GB18030,
csv and xlsx, title rows, own headings, all date forms, four spellings of an outcome, short unit names,
applications at both ends of the year, and rows that lie outside it and must not count.

Standard library and openpyxl.
"""
import csv
import datetime
import hashlib
import os
from decimal import Decimal

OUTCOMES = [  # key, number in the form, wording
    ('granted', '（一）', '予以公开'), ('partial', '（二）', '部分公开'), ('refused.state_secret', '（三）1', '属于国家秘密'),
    ('refused.law_forbids', '（三）2', '其他法律行政法规禁止公开'),
    ('refused.security_stability', '（三）3', '危及“三安全一稳定”'),
    ('refused.third_party', '（三）4', '保护第三方合法权益'), ('refused.internal_affairs', '（三）5', '属于三类内部事务信息'),
    ('refused.process_information', '（三）6', '属于四类过程性信息'), ('refused.enforcement_files', '（三）7', '属于行政执法案卷'),
    ('refused.query_procedure', '（三）8', '属于行政查询事项'),
    ('unavailable.not_held', '（四）1', '本机关不掌握相关政府信息'),
    ('unavailable.needs_creation', '（四）2', '没有现成信息需要另行制作'),
    ('unavailable.still_unclear', '（四）3', '补正后申请内容仍不明确'),
    ('not_processed.petition', '（五）1', '信访举报投诉类申请'), ('not_processed.repeated', '（五）2', '重复申请'),
    ('not_processed.publication', '（五）3', '要求提供公开出版物'), ('not_processed.excessive', '（五）4', '无正当理由大量反复申请'),
    ('not_processed.confirm_again', '（五）5', '要求行政机关确认或重新出具已获取信息'),
    ('other.correction_overdue', '（六）1', '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
    ('other.fee_overdue', '（六）2', '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
    ('other.other', '（六）3', '其他')]
ROWS = ['received', 'carried_in', *(key for key, _, _ in OUTCOMES), 'total', 'carried_out']
APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
COLUMNS3 = [*APPLICANTS, '总计']
KINDS = {'review': '行政复议', 'litigation_direct': '未经复议直接起诉', 'litigation_after_review': '复议后起诉'}
RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结']
DOCUMENTS = {'regulation': '规章', 'normative_document': '行政规范性文件'}
COUNTS = {'issued': '本年制发件数', 'repealed': '本年废止件数', 'valid': '现行有效件数'}
DECISIONS = {'licence': '行政许可', 'penalty': '行政处罚', 'compulsion': '行政强制'}
UNIT_COUNT = 9


class Pseudo:
    """Numbers from a hash of a name and a counter: random-looking, the same everywhere."""

    def __init__(self, name):
        self.name, self.count = name, 0

    def below(self, n):
        self.count += 1
        digest = hashlib.blake2b(f'{self.name}/{self.count}'.encode(), digest_size=8).digest()
        return int.from_bytes(digest, 'big') % n

    def spread(self, total, n):
        """`total` into n whole parts; some are 0."""
        cuts = sorted(self.below(total + 1) for _ in range(n - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, total])]


def is_complete(figures):
    """All three tables, of the 2021 form, without a blank."""
    if figures.get('form') == 2019 or not all(figures.get(t) for t in ('table2', 'table3', 'table4')):
        return False
    cells = [c for t in ('table3', 'table4') for row in figures[t].values() for c in row]
    for item in figures['table2'].values():
        cells += item.values() if isinstance(item, dict) else [item]
    return None not in cells


def unit_name(i):
    return f'第{"一二三四五六七八九十"[i]}试验局'


def date_in(pseudo, first, last):
    return first + datetime.timedelta(days=pseudo.below((last - first).days + 1))


def request_dates(pseudo, year, entry, key, i):
    """Received and closed; the first of each kind stand on the edges of the year."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    before = first - datetime.timedelta(days=1)
    if key == 'carried_out':
        start = datetime.date(year, 11, 1) if entry == 'received' else datetime.date(year - 1, 11, 1)
        received = (last if entry == 'received' else before) if i == 0 else date_in(pseudo, start, last)
        if entry == 'carried_in':
            received = min(received, before)
        closed = datetime.date(year + 1, 1, 1) + datetime.timedelta(days=i % 40) if i % 2 == 0 else None
        return received, closed
    if entry == 'carried_in':
        if i == 0:
            return before, first
        return date_in(pseudo, datetime.date(year - 1, 10, 8), before), date_in(pseudo, first, datetime.date(year, 3, 31))
    if i == 0:
        return first, first
    if i == 1:
        return last, last
    received = date_in(pseudo, first, last)
    return received, min(last, received + datetime.timedelta(days=pseudo.below(45)))


def request_cases(figures):
    """(unit, applicant column, received, closed, outcome key or None), every one of them in the year's table."""
    pseudo, table, year, out = Pseudo(figures['issuer'] + '/requests'), figures['table3'], figures['year'], []
    for column in range(6):
        exits = [key for key in ROWS[2:] if key != 'total' for _ in range(table[key][column])]
        for i in range(len(exits) - 1, 0, -1):
            j = pseudo.below(i + 1)
            exits[i], exits[j] = exits[j], exits[i]
        carried = table['carried_in'][column]
        if len(exits) != carried + table['received'][column]:
            raise ValueError(f'{figures["issuer"]}: column {column} of table 三 does not balance')
        for i, key in enumerate(exits):
            entry, nth = ('carried_in', i) if i < carried else ('received', i - carried)
            received, closed = request_dates(pseudo, year, entry, key, nth)
            if key == 'carried_out':  # open on 31 December; some were answered before the ledger was sent in
                key = 'granted' if closed else None
            out.append((pseudo.below(UNIT_COUNT), column, received, closed, key))
    out.sort(key=lambda case: case[2])
    return out


def review_cases(figures):
    """(unit, kind key, result column)."""
    pseudo = Pseudo(figures['issuer'] + '/reviews')
    return [(pseudo.below(UNIT_COUNT), kind, column) for kind in KINDS for column in range(4)
            for _ in range(figures['table4'][kind][column])]


def table2_parts(figures):
    """Table 二 of each unit. 规章 stand with the first one; money keeps the places of the whole."""
    pseudo, whole = Pseudo(figures['issuer'] + '/table2'), figures['table2']
    parts = [{'regulation': dict.fromkeys(COUNTS, 0), 'normative_document': {}} for _ in range(UNIT_COUNT)]
    parts[0]['regulation'] = whole['regulation']
    for count in COUNTS:
        for part, n in zip(parts, pseudo.spread(whole['normative_document'][count], UNIT_COUNT)):
            part['normative_document'][count] = n
    for item in DECISIONS:
        for part, n in zip(parts, pseudo.spread(whole[item], UNIT_COUNT)):
            part[item] = n
    charge = Decimal(whole['administrative_charge'])
    places = max(0, -charge.as_tuple().exponent)
    for part, n in zip(parts, pseudo.spread(int(charge.scaleb(places)), UNIT_COUNT)):
        part['administrative_charge'] = str(Decimal(n).scaleb(-places))
    return parts


def write_date(date, i):
    """One of the forms that offices use."""
    wide = str.maketrans('0123456789', '０１２３４５６７８９')
    return (date.isoformat(), f'{date.year}/{date.month}/{date.day}', f'{date.year}年{date.month}月{date.day}日',
            date.strftime('%Y%m%d'), f'{date.year}.{date.month}.{date.day}', date.isoformat().translate(wide))[i % 6]


def write_csv(path, rows, encoding='utf-8-sig', line_end='\n'):
    with open(path, 'w', encoding=encoding, newline='') as file:
        csv.writer(file, lineterminator=line_end).writerows(rows)


def write_xlsx(path, rows, title):
    """A workbook with a merged title row above the headings."""
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = '台账'
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    for row in rows:
        sheet.append(row)
    book.create_sheet('说明').append(['此表为填写说明，不是台账'])
    book.save(path)


REQUEST_HEAD = ['申请编号', '受理单位', '申请人类型', '收到日期', '受理渠道', '答复日期', '办结日期', '办理结果']


def request_rows(figures, cases, real_dates):
    """Rows of the ledger; with `real_dates` dates are dates, otherwise text in changing forms."""
    rows = [REQUEST_HEAD]
    for i, (number, unit, column, received, closed, key) in enumerate(cases):
        outcome = ''
        if key:
            name = next(o for o in OUTCOMES if o[0] == key)
            number_and_words = name[1][-1] + '.' + name[2] if name[1][-1].isdigit() else name[1] + name[2]
            outcome = (name[2], number_and_words, name[1], name[0])[i % 4]
        show = (lambda d, _: d) if real_dates else write_date
        dates = ['' if d is None else show(d, i) for d in (received, closed)]
        quiet = bool(key) and key.startswith('other.')  # ends without a reply
        name = unit_name(unit) if i % 5 else f'试验{unit + 1}局'
        rows.append([f'{figures["year"]}-{number:05d}', name, APPLICANTS[column], dates[0],
                     ['网络', '当面', '邮寄', '传真', '其他'][i % 5], '' if quiet else dates[1], dates[1] if quiet else '', outcome])
    return rows


def rows_outside(figures):
    """Applications that do not belong to the year: closed before it, or received after it."""
    year, rows = figures['year'], []
    for i in range(7):
        rows.append([f'往年-{i}', unit_name(0), '自然人', f'{year - 1}-11-{i + 10}', '网络', f'{year - 1}-12-31', '', '予以公开'])
        rows.append([f'来年-{i}', unit_name(0), '其他', f'{year + 1}-01-0{i + 1}', '网络', '', '', ''])
    return rows


def write_requests(folder, figures, units):
    """Three files by unit: UTF-8 csv, GB18030 csv with a title row, an own heading and CRLF, and xlsx."""
    cases = [(i + 1, *case) for i, case in enumerate(request_cases(figures)) if case[0] in units]
    share = [[c for c in cases if c[1] % 3 == k] for k in range(3)]
    write_csv(f'{folder}/requests-1.csv', request_rows(figures, share[0], False) + rows_outside(figures))
    second = request_rows(figures, share[1], False)
    second[0] = ['来件日期' if h == '收到日期' else h for h in second[0]]
    write_csv(f'{folder}/requests-2.csv', [['依申请公开台账'], *second], 'gb18030', '\r\n')
    write_xlsx(f'{folder}/requests-3.xlsx', request_rows(figures, share[2], True), '依申请公开台账')


def write_reviews(folder, figures, units):
    rows, year = [['案号', '单位', '类别', '结果', '受理日期', '结案日期']], figures['year']
    for i, (unit, kind, result) in enumerate(review_cases(figures)):
        closed = '' if RESULTS[result] == '尚未审结' else f'{year}-{6 + i % 7:02d}-{1 + i % 28:02d}'
        accepted = f'{year if i % 6 else year - 1}-{1 + i % 5:02d}-{1 + i % 27:02d}'
        if unit in units:
            rows.append([f'〔{year}〕{i + 1}号', unit_name(unit), KINDS[kind], RESULTS[result], accepted, closed])
    write_csv(f'{folder}/reviews.csv', rows, 'gb18030')


def write_disclosures(folder, figures, units):
    head = ['单位', '项目', *COUNTS.values(), '处理决定数量', '收费金额(万元)']
    rows = [head]
    for unit, part in enumerate(table2_parts(figures)):
        if unit in units:
            rows += [[unit_name(unit), DOCUMENTS[k], *part[k].values(), '', ''] for k in DOCUMENTS]
            rows += [[unit_name(unit), DECISIONS[k], '', '', '', part[k], ''] for k in DECISIONS]
            rows.append([unit_name(unit), '行政事业性收费', '', '', '', '', part['administrative_charge']])
    write_csv(f'{folder}/disclosures.csv', rows)


def unit_table_rows(figures):
    """unit -> its three tables as lines 表, 行, 列, 值."""
    lines = {unit: [] for unit in range(UNIT_COUNT)}
    for unit, part in enumerate(table2_parts(figures)):
        for key, label in DOCUMENTS.items():
            lines[unit] += [('表二', label, COUNTS[c], n) for c, n in part[key].items()]
        lines[unit] += [('表二', DECISIONS[k], '处理决定数量', part[k]) for k in DECISIONS]
        lines[unit].append(('表二', '行政事业性收费', '收费金额(万元)', part['administrative_charge']))
    table3 = {unit: {row: [0] * 7 for row in ROWS} for unit in lines}
    for unit, column, received, closed, key in request_cases(figures):
        in_year = closed is not None and closed.year == figures['year']
        for row in ('received' if received.year == figures['year'] else 'carried_in',
                    *((key, 'total') if in_year else ('carried_out',))):
            table3[unit][row][column] += 1
            table3[unit][row][6] += 1
    table4 = {unit: {kind: [0] * 5 for kind in KINDS} for unit in lines}
    for unit, kind, result in review_cases(figures):
        table4[unit][kind][result] += 1
        table4[unit][kind][4] += 1
    for unit in lines:
        lines[unit] += [('表三', row, c, n) for row in ROWS for c, n in zip(COLUMNS3, table3[unit][row])]
        lines[unit] += [('表四', KINDS[k], c, n) for k in KINDS for c, n in zip([*RESULTS, '总计'], table4[unit][k])]
    return lines


def write_unit_tables(folder, figures, units):
    """Half of the units in a csv, half in a workbook."""
    lines, head = unit_table_rows(figures), ['单位', '表', '行', '列', '值']
    share = [[head], [head]]
    for i, unit in enumerate(sorted(units)):
        share[i % 2] += [[unit_name(unit), *line] for line in lines[unit]]
    write_csv(f'{folder}/tables-1.csv', share[0])
    write_xlsx(f'{folder}/tables-2.xlsx', share[1], '各单位报送表')


def write_workspace(figures, folder, way):
    """`way`: 'records', 'tables' or 'mixed' (even units as records, odd ones as tables)."""
    data = os.path.join(folder, 'data')
    os.makedirs(data)
    everyone = set(range(UNIT_COUNT))
    recorded = {'records': everyone, 'tables': set(), 'mixed': {u for u in everyone if u % 2 == 0}}[way]
    ledgers = {'units': '"data/units.csv"'}
    if recorded:
        write_requests(data, figures, recorded)
        write_reviews(data, figures, recorded)
        write_disclosures(data, figures, recorded)
        ledgers.update(requests='["data/requests-1.csv", "data/requests-2.csv", "data/requests-3.xlsx"]',
                       reviews='"data/reviews.csv"', disclosures='"data/disclosures.csv"')
    if everyone - recorded:
        write_unit_tables(data, figures, everyone - recorded)
        ledgers['unit_tables'] = '"data/tables-*"' if way == 'tables' else '["data/tables-1.csv", "data/tables-2.xlsx"]'
    write_csv(f'{data}/units.csv', [['单位名称', '类别', '简称', '应报']] +
              [[unit_name(u), '部门' if u else '政府办公室', f'试验{u + 1}局', '是'] for u in sorted(everyone)])
    lines = [f'{k} = {figures[k] if k == "year" else chr(34) + figures[k] + chr(34)}'
             for k in ('year', 'issuer', 'body', 'level', 'scope')]
    lines += ['locality = "national"', '[ledgers]', *(f'{k} = {v}' for k, v in ledgers.items())]
    lines += ['[fields.requests]', '"来件日期" = "收到日期"']
    with open(os.path.join(folder, 'report.toml'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')
