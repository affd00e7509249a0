"""A request ledger in which every step of the legal clock occurs, at random and often in odd order.

`write_workspace(folder, rows)` writes it with its register of units: corrections (some twice, some never
answered), consultations (overlapping, unended), extensions (told late or never, too long), agreed days, fees.
The same number of rows gives the same bytes in one version of Python. Standard library only.
"""
import datetime
import os
import random

YEAR, UNITS = 2024, 40
HEAD = ('申请编号,受理单位,申请人类型,收到日期,受理渠道,事项类别,补正告知日期,补正收到日期,征求意见时间,是否延期,延期告知日期,延长工作日数,'
        '另定答复期限,收费通知日期,缴费日期,答复日期,办结日期,办理结果,信息处理费(元)')
APPLICANTS = ('自然人', '自然人', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他')
CHANNELS = ('网络', '网络', '邮寄', '当面', '传真', '其他', '')
TOPICS = (*(f'事项{i:02d}' for i in range(1, 25)), '')
REPLIES = ('予以公开', '予以公开', '部分公开', '（三）4', '属于行政执法案卷', 'unavailable.not_held', '信访举报投诉类申请', '重复申请')
FIRST, LAST = datetime.date(YEAR - 1, 9, 1).toordinal(), datetime.date(YEAR, 12, 31).toordinal()
ISO = {day: datetime.date.fromordinal(day).isoformat() for day in range(FIRST, LAST + 400)}


def unit_name(number):
    return f'试验{number + 1:02d}局'


class Row:
    """One application: plain days, and the cells that say what happened."""

    def __init__(self, dice):
        self.dice = dice
        self.received = dice.randrange(FIRST, LAST + 1)
        self.length = dice.choice((5, 15, 25, 30, 35, 45, 60))
        self.closed = self.received + dice.randrange(0, self.length)
        self.cells, self.reply, self.ends_quietly = {}, dice.choice(REPLIES), False
        for percent, step in ((12, self.correct), (8, self.consult), (10, self.extend), (2, self.agree), (3, self.charge)):
            if self.chance(percent):
                step()

    def chance(self, percent):
        return self.dice.random() * 100 < percent

    def later(self, day, most):
        return day + self.dice.randrange(0, most)

    def correct(self):
        asked, came = [], []
        for _ in range(2 if self.chance(8) else 1):
            asked.append(self.later(came[-1] if came else self.received, 14))
            came.append(self.later(asked[-1], 12))
        if self.chance(15):
            came.pop()
            self.reply, self.ends_quietly = '（六）1', True
        self.cells.update(补正告知日期='；'.join(ISO[d] for d in asked), 补正收到日期='；'.join(ISO[d] for d in came))
        self.closed = max(self.closed, (asked + came)[-1] + self.dice.randrange(0, 40))

    def consult(self):
        periods, begin = [], self.received
        for _ in range(2 if self.chance(25) else 1):
            begin = self.later(begin, 10)
            periods.append(ISO[begin] + '~' + ('' if self.chance(4) else ISO[self.later(begin, 40)]))
        self.cells['征求意见时间'] = '；'.join(periods)

    def extend(self):
        self.cells['是否延期'] = '是'
        if self.chance(90):
            self.cells['延期告知日期'] = ISO[self.later(self.received, 45)]
        if self.chance(70):
            self.cells['延长工作日数'] = str(self.dice.choice((5, 10, 15, 20, 20, 20, 25)))

    def agree(self):
        self.cells['另定答复期限'] = ISO[self.later(self.received, 90)]

    def charge(self):
        asked = self.later(self.received, 20)
        self.cells['收费通知日期'] = ISO[asked]
        if self.chance(70):
            self.cells.update({'缴费日期': ISO[self.later(asked, 20)], '信息处理费(元)': self.dice.choice(('100', '20.50', '0.00'))})
        elif self.chance(60):
            self.reply, self.ends_quietly = '（六）2', True

    def line(self, number):
        dice, is_open = self.dice, self.chance(1)
        cells = dict(self.cells, 申请编号=f'{ISO[self.received][:4]}-{number:07d}', 受理单位=unit_name(dice.randrange(UNITS)),
                     申请人类型=dice.choice(APPLICANTS), 收到日期=ISO[self.received], 受理渠道=dice.choice(CHANNELS),
                     事项类别=dice.choice(TOPICS))
        if not is_open:
            cells['办结日期' if self.ends_quietly else '答复日期'] = ISO[self.closed]
            cells['办理结果'] = self.reply
        return ','.join(cells.get(name, '') for name in HEAD.split(','))


def write_workspace(folder, rows):
    os.makedirs(os.path.join(folder, 'data'))
    dice = random.Random(rows)
    with open(os.path.join(folder, 'data', 'requests.csv'), 'w', encoding='utf-8') as file:
        file.write(HEAD + '\n')
        for number in range(rows):
            file.write(Row(dice).line(number) + '\n')
    with open(os.path.join(folder, 'data', 'units.csv'), 'w', encoding='utf-8') as file:
        file.write('单位名称,类别,计入汇总\n')
        file.writelines(f'{unit_name(i)},部门,{"否" if i == UNITS - 1 else "是"}\n' for i in range(UNITS))
    with open(os.path.join(folder, 'data', 'disclosures.csv'), 'w', encoding='utf-8') as file:
        file.write('单位,项目,本年制发件数,本年废止件数,现行有效件数,处理决定数量,收费金额(万元)\n')
        file.writelines(f'{unit_name(0)},{item}\n' for item in (
            '规章,0,0,0,,', '行政规范性文件,0,0,0,,', '行政许可,,,,0,', '行政处罚,,,,0,', '行政强制,,,,0,', '行政事业性收费,,,,,0'))
    with open(os.path.join(folder, 'data', 'reviews.csv'), 'w', encoding='utf-8') as file:
        file.write(f'案号,单位,类别,结果,受理日期,结案日期\n试复1号,{unit_name(0)},行政复议,结果维持,{YEAR}-03-01,{YEAR}-04-01\n')
    with open(os.path.join(folder, 'report.toml'), 'w', encoding='utf-8') as file:
        file.write(f'year = {YEAR}\nissuer = "试验市人民政府"\nbody = "政府"\nlevel = "市级"\nscope = "汇总"\n[ledgers]\n' + ''.join(
            f'{name} = "data/{name}.csv"\n' for name in ('requests', 'reviews', 'disclosures', 'units')))
