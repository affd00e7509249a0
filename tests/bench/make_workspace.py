#!/usr/bin/python3
"""make_workspace.py ROWS FOLDER: a workspace with a request ledger of ROWS invented rows, for measuring.

Same arguments, same bytes. Every value is made by rule from the row's number; the rows hold what real ledgers hold
(quoted summaries, line breaks inside cells, every applicant and outcome, carried-in and still open applications)
and no fault, so that the run shows the way of the data and not the collecting of findings.
"""

import datetime
import sys
from pathlib import Path

YEAR = 2024
UNITS = 500
APPLICANTS = ['自然人'] * 14 + ['商业企业'] * 3 + ['科研机构', '社会公益组织', '法律服务机构', '其他']
OUTCOMES = ['予以公开'] * 9 + [
    '部分公开', '属于国家秘密', '其他法律行政法规禁止公开', '危及“三安全一稳定”', '保护第三方合法权益', '属于三类内部事务信息',
    '属于四类过程性信息', '属于行政执法案卷', '属于行政查询事项', '本机关不掌握相关政府信息', '没有现成信息需要另行制作',
    '补正后申请内容仍不明确', '信访举报投诉类申请', '重复申请', '要求提供公开出版物', '无正当理由大量反复申请',
    '要求行政机关确认或重新出具已获取信息', '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '其他']
SUMMARIES = ['某村集体土地征收补偿安置方案及批复文件', '"关于道路改造工程的会议纪要，含附件"',
             '"申请公开：\n一、招标结果；\n二、验收材料"', '"所称""红线图""及其依据"']
CHANNELS = ['网络', '邮寄', '当面', '传真']
HEADINGS = '申请编号,受理单位,申请人类型,收到日期,受理渠道,事项类别,内容摘要,答复日期,办理结果'


def request(i):
    mixed = i * 2654435761 % 2**32
    received = datetime.date(YEAR, 1, 2) + datetime.timedelta(mixed % 362)
    if mixed % 40 == 0:
        received = datetime.date(YEAR - 1, 12, 10 + mixed // 40 % 20)
    replied = max(received + datetime.timedelta(1 + mixed // 7 % 24), datetime.date(YEAR, 1, 2))
    closed = replied.year == YEAR
    return ','.join([f'{YEAR}-{i:08d}', f'第{i % UNITS + 1:03d}单位', APPLICANTS[mixed // 11 % len(APPLICANTS)],
                     received.isoformat(), CHANNELS[mixed // 13 % 4], '征地拆迁', SUMMARIES[mixed // 17 % 4],
                     replied.isoformat() if closed else '', OUTCOMES[mixed // 19 % len(OUTCOMES)] if closed else ''])


def main():
    rows, folder = int(sys.argv[1]), Path(sys.argv[2])
    (folder / 'data').mkdir(parents=True, exist_ok=True)
    with open(folder / 'data/requests.csv', 'w', encoding='utf-8', newline='') as out:
        out.write(HEADINGS + '\n')
        for i in range(1, rows + 1):
            out.write(request(i) + '\n')
    units = [f'第{i + 1:03d}单位,部门,是' for i in range(UNITS)]
    (folder / 'data/units.csv').write_text('\n'.join(['单位名称,类别,应报', *units]) + '\n', encoding='utf-8')
    items = ['规章,0,0,0,,', '行政规范性文件,3,1,20,,', '行政许可,,,,500,', '行政处罚,,,,80,', '行政强制,,,,5,',
             '行政事业性收费,,,,,12.5']
    (folder / 'data/disclosures.csv').write_text(
        '单位,项目,本年制发件数,本年废止件数,现行有效件数,处理决定数量,收费金额(万元)\n' +
        ''.join(f'第001单位,{item}\n' for item in items), encoding='utf-8')
    (folder / 'data/reviews.csv').write_text(
        f'案号,单位,类别,结果,受理日期,结案日期\n例1,第001单位,行政复议,结果维持,{YEAR}-03-01,{YEAR}-04-20\n', encoding='utf-8')
    (folder / 'report.toml').write_text(
        f'year = {YEAR}\nissuer = "测速市人民政府"\nbody = "政府"\nlevel = "市级"\nscope = "汇总"\n'
        '[ledgers]\n' + ''.join(f'{name} = "data/{name}.csv"\n' for name in ('requests', 'reviews', 'disclosures', 'units')),
        encoding='utf-8')


if __name__ == '__main__':
    main()
