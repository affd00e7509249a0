"""What the generators of the localities' samples share: headings, the lines of the ledgers out of their tables of facts,
last year's figures, and the variant of the next year.

A table of facts is text, one row a line, its cells separated by "|"; a line that opens with "#" heads what follows.
The variant of the next year is a small workspace of the year after, still under the pack of the document's year: the
pack has to say that it checks nothing, and what it asks for in every year is missing. Standard library only.
"""
import os

from generate_published_city import DISCLOSURE_HEAD, REVIEW_HEAD, write_csv

SAMPLES = os.path.dirname(os.path.abspath(__file__))
UNIT_HEAD = '单位名称 类别 简称 别名 更名自 并入 上级单位 应报 计入汇总 不计原因 零报告'.split()
TASK_HEAD = '序号 一级任务 二级任务 具体要求 牵头部门 责任单位 完成时限 状态 完成日期 佐证 备注'.split()
ACTIVITY_HEAD = '活动名称 类别 主办单位 计划日期 举办日期 结束日期 形式 主题征集 互动环节 参与人数 收集意见数 采纳意见数 反馈公开'.split()
PLANTED_HEAD = '代码 文件 行 标题 说明'.split()
NEXT_YEAR = '-next-year'  # the ending of the variant's folder


def lines_of(table, width):
    """The lines of a table as lists of `width` cells; what opens with "#" comes alone."""
    for line in table.strip().split('\n'):
        cells = [line] if line.startswith('#') else line.split('|')
        if len(cells) != 1 and len(cells) != width:
            raise ValueError(f'{len(cells)} cells instead of {width}: {line}')
        yield cells


def with_headings(table, width):
    """一级任务, 二级任务 ("#", "##" before it) and the cells of each row."""
    area = part = ''
    for cells in lines_of(table, width):
        if len(cells) > 1:
            yield area, part, cells
            continue
        mark, title = cells[0].split(' ', 1)
        area, part = (title, '') if mark == '#' else (area, title)


def task_line(number, area, part, cells):
    """`cells`: what is asked, 牵头部门, 责任单位, deadline, day of completion or the state, evidence, remark."""
    text, lead, responsible, deadline, state, evidence, remark = cells
    done_on = state if state[0].isdigit() else ''
    return dict(zip(TASK_HEAD, (number, area, part, text, lead, responsible, deadline, '已完成' if done_on else state, done_on,
                                evidence, remark)))


def activity_lines(table):
    """"#" opens a 类别."""
    for kind, _, cells in with_headings(table, len(ACTIVITY_HEAD) - 1):
        yield dict(zip(ACTIVITY_HEAD, (cells[0], kind, *cells[1:])))


def disclosure_lines(lead, documents, decisions, charges):
    """`lead` reports 规章; documents: issued, repealed, valid by unit; charges: unit, 万元 or 元, amount."""
    blank = dict.fromkeys(DISCLOSURE_HEAD, '')
    document = lambda unit, item, counts: dict(blank, 单位=unit, 项目=item, 本年制发件数=counts[0], 本年废止件数=counts[1],
                                               现行有效件数=counts[2])
    yield document(lead, '规章', (0, 0, 0))
    for unit, counts in documents.items():
        yield document(unit, '行政规范性文件', counts)
    for item, by_unit in decisions.items():
        for unit, count in by_unit.items():
            yield dict(blank, 单位=unit, 项目=item, 处理决定数量=count)
    for unit, scale, amount in charges:
        yield {**blank, '单位': unit, '项目': '行政事业性收费', f'收费金额({scale})': amount}


# ---- last year


def with_total(parts):
    return [*parts, sum(parts)]


def days_of(answered, overdue, dice):
    """Last year's days of handling: a histogram with what follows from it, by nearest rank."""
    days = [dice.between(21, 27) for _ in range(overdue)]
    while len(days) < answered:
        low, high = dice.pick((((21, 38), 6), ((1, 20), 45), ((6, 16), 20), ((13, 20), 29)))
        days.append(dice.between(low, high))
    days.sort()
    rank = lambda percent: days[-(-len(days) * percent // 100) - 1]
    hundredths = (sum(days) * 200 + len(days)) // (2 * len(days))
    return {'histogram': {str(n): days.count(n) for n in sorted(set(days))}, 'median': rank(50),
            'mean': f'{hundredths // 100}.{hundredths % 100:02d}', 'p90': rank(90), 'min': days[0], 'max': days[-1]}


# ---- the variant of the next year

NEXT_REPORT = '''# 由 samples/{generator} 写出：规则包依据的是上一年的文件，清单见 planted.csv。台账全部为虚构。
year = {year}
issuer = "{issuer}"
body = "{body}"
level = "{level}"
scope = "{scope}"
locality = "{locality}"
date = {date}

[ledgers]
requests = "data/requests.csv"
reviews = "data/reviews.csv"
disclosures = "data/disclosures.csv"
units = "data/units.csv"

[text]
platforms = "text/platforms.md"
problems = "text/problems.md"
other = "text/other.md"
'''
NEXT_README = '''# 示例：{name}到了下一年（虚构）

规则包依据的是 {last} 年的文件，工作区是 {year} 年的：规则包应当说明它的要求都不检查；省内各年都要求的，照样检查。应当找出的列在
`planted.csv`，由 `samples/{generator}` 写出：

    nianbao check samples/{name}{ending}

台账是虚构的，不反映任何机关的工作。
'''
NEXT_TEXTS = {
    'platforms': '门户网站是公开的第一平台，文件、解读和问答在同一页面。\n',
    'problems': '上年报告指出的解读形式单一，今年已改进；本年的问题是目录更新不够及时，下年按季更新。\n',
    'other': '承办的人大代表建议、政协提案办理结果已经公开；创新做法是把申请指引做成问答。\n',
}
NEXT_REQUESTS = '''
自然人|01-09|网络|01-22|予以公开
自然人|03-04|邮寄|03-20|部分公开
商业企业|05-13|网络|05-30|本机关不掌握相关政府信息
自然人|08-06|当面|08-19|予以公开
法律服务机构|10-15|网络|11-04|没有现成信息需要另行制作
'''


def next_year_ledgers(unit, kind, year):
    request_head = '申请编号 受理单位 申请人类型 收到日期 受理渠道 答复日期 办理结果'.split()
    requests = [dict(zip(request_head, (f'示例{year}-{number:03d}', unit, who, f'{year}-{came}', channel, f'{year}-{replied}',
                                        outcome)))
                for number, (who, came, channel, replied, outcome) in enumerate(lines_of(NEXT_REQUESTS, 5), 1)]
    decisions = {item: {unit: count} for item, count in (('行政许可', 12), ('行政处罚', 3), ('行政强制', 0))}
    case = (f'示例复{year}-001', unit, '行政复议', '结果维持', f'{year}-04-08', f'{year}-06-03', '', '原行为机关', '不服不予公开')
    return {'requests': (request_head, requests), 'reviews': (REVIEW_HEAD, [dict(zip(REVIEW_HEAD, case))]),
            'disclosures': (DISCLOSURE_HEAD, list(disclosure_lines(unit, {unit: (1, 0, 4)}, decisions, ((unit, '万元', '0'),)))),
            'units': (UNIT_HEAD, [{**dict.fromkeys(UNIT_HEAD, ''), '单位名称': unit, '类别': kind, '应报': '是', '计入汇总': '是',
                                   '零报告': '否'}])}


def write_text(folder, name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)


def write_next_year(facts, unit, kind, planted):
    """`facts`: NAME GENERATOR ISSUER BODY LEVEL SCOPE YEAR; `unit` answers all; `planted`: code, file, what."""
    folder, year = os.path.join(SAMPLES, facts.NAME + NEXT_YEAR), facts.YEAR + 1
    for name, (head, rows) in next_year_ledgers(unit, kind, year).items():
        write_csv(os.path.join(folder, 'data', name + '.csv'), head, rows)
    write_csv(os.path.join(folder, 'planted.csv'), PLANTED_HEAD,
              [dict(zip(PLANTED_HEAD, (code, file, '', '', what))) for code, file, what in planted])
    write_text(folder, 'report.toml', NEXT_REPORT.format(
        generator=facts.GENERATOR, year=year, issuer=facts.ISSUER, body=facts.BODY, level=facts.LEVEL, scope=facts.SCOPE,
        locality=facts.NAME.rpartition('-')[0], date=f'{year + 1}-01-20'))
    write_text(folder, 'README.md', NEXT_README.format(name=facts.NAME, generator=facts.GENERATOR, last=facts.YEAR, year=year,
                                                       ending=NEXT_YEAR))
    for name, text in NEXT_TEXTS.items():
        write_text(folder, f'text/{name}.md', text)
