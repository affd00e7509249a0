"""samples/laiwu-2024-text-wrong: the sample with its prose typed by hand, and numbers of it wrong.

The ledgers and report.toml are those of samples/laiwu-2024; the places {{ }} of its text give way to the numbers that
stand in PROSE below, as somebody would type them who does not bind them. Each fault is marked there and written down in
planted.csv: code, file, line, what is wrong; what is not marked is right. Called by generate_laiwu_2024.py; invented
like everything there.
"""
import os
import re
import shutil

from generate_published_city import write_csv

README = '''# 示例：文字里的数写错了（虚构）

台账与 `samples/laiwu-2024` 相同，文字里的数不用 `{{ }}` 引用，改由手写，其中有二十几处写错，写法各不相同：报错数、漏说结转、认错申请人、
加错、分母用错、增幅和增减算错、抄错上年的数、按期办结率的分母用错、汉字数字、余、约、万元和元、复议和诉讼颠倒，等等。每一处的代码、文件、行和错法列在 `planted.csv`，由
`samples/break_laiwu_2024_text.py` 写出；其余手写的数都对。应当一处不漏、一处不多：

    nianbao check samples/laiwu-2024-text-wrong

台账和文字都是虚构的，不反映莱芜区任何机关的工作。
'''
HEAD = '# 由 samples/generate_laiwu_2024.py 写出：文字里的数故意写错了几处，清单见 planted.csv。台账全部为虚构。\n'
# [[code|why|wrong]]: a fault, the code that must find it, what is wrong with it, what is typed.
FAULT = re.compile(r'\[\[([XA-Z]-\d\d)\|([^|\]]+)\|([^|\]]+)\]\]')

PROSE = {
    'overview': '''*本报告是程序的示例，用来看写错的数怎样报告。申请、案件、活动和各项数据由程序虚构，不反映莱芜区任何机关的工作。*
''',
    'disclosure': '''围绕全区重点工作公开政策和进展。全年作出行政许可决定[[X-01|末两位颠倒，应为26648|26684]]件，行政处罚决定3134件，行政强制决定254件；收取行政事业性收费[[X-01|小数点错位，应为4842.76225|48427.6225]]万元。

全年按规定发布了各类政策文件，2024年1月起启用新的栏目，第3批目录在6月26日公布。
''',
    'requests': '''全年新收政府信息公开申请[[X-01|应为388|386]]件，比上年增长[[X-02|用本年作分母，应为26.80%|21.13%]]，其中自然人301件，商业企业[[X-01|抄了办结的数，应为37|34]]件，法律服务机构22件；上年结转18件。

全年收到政府信息公开申请（含上年结转）[[X-01|没有加上结转的18件，应为406|388]]件，办结381件，结转下年度二十五件。

予以公开及部分公开[[X-01|加错，应为165|156]]件，占[[X-02|用新收作分母，应为43.31%|42.53%]]；不予公开57件，无法提供[[X-01|应为98|89]]件，不予处理三十一件，其他处理[[X-01|汉字数字写错，应为30|四十]]件。

予以公开、部分公开分别为118件、[[X-01|末两位颠倒，应为47|74]]件。与上年相比，新收申请增加[[X-02|两位颠倒，应为82|28]]件，较上年的[[X-01|抄错上年的数，应为306|316]]件增长26.8%。申请按期办结率[[X-02|用按期的除以新收加结转，应为97.38%|91.4%]]。

发生行政复议[[X-01|与诉讼颠倒，应为8|5]]件，行政诉讼[[X-01|与复议颠倒，应为5|8]]件。
''',
    'management': '''全年制发行政规范性文件[[X-01|应为6|9]]件，废止行政规范性文件3件，现行有效行政规范性文件[[X-01|余数不足，应为41|50余]]件。
''',
    'platforms': '''区政府网站是公开的第一平台，开设专栏6个，解答常见问题120余条。按时办结申请[[X-01|应为371|约310]]件，超期办结[[X-01|应为10|8]]件。
''',
    'supervision': '''**工作考核。**全年举办政务公开培训[[X-01|应为9|12]]次；听取政务公开工作汇报7次。

**社会评议。**开展政策评价6次，举办政府开放活动[[X-01|应为12|13]]场。

**责任追究结果。**没有因违反政府信息公开规定被追究责任的情形。
''',
    'problems': '''**上年问题的改进情况。**上年指出的政策解读形式单一，今年有明显改进。

**本年存在的主要问题。**征地拆迁的申请比较集中，94件申请里转为主动公开的还不多；有3项任务到期没有完成，补正不止一次的有1件。
''',
    'other': '''**收取信息处理费情况。**全年收取信息处理费[[X-01|元写成了万元，应为1890元|1890万元]]。
''',
}


def numbered(section, marked):
    """The text and its faults, by line."""
    faults = []
    for line, text in enumerate(marked.split('\n'), 1):
        faults += [{'代码': code, '文件': f'text/{section}.md', '行': line, '文字': wrong, '说明': why}
                   for code, why, wrong in FAULT.findall(text)]
    return FAULT.sub(r'\3', marked), faults


def write(sample, folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(sample, 'data'), os.path.join(folder, 'data'))
    with open(os.path.join(sample, 'report.toml'), encoding='utf-8') as file:
        report = file.read().replace('locality = "laiwu"', 'locality = "national"').split('\n', 1)[1]
    planted, files = [], {'README.md': README, 'report.toml': HEAD + report}
    for section, marked in PROSE.items():
        files[f'text/{section}.md'], faults = numbered(section, marked)
        planted += faults
    os.makedirs(os.path.join(folder, 'text'))
    for name, text in files.items():
        with open(os.path.join(folder, name), 'w', encoding='utf-8', newline='') as file:
            file.write(text)
    write_csv(os.path.join(folder, 'planted.csv'), '代码 文件 行 文字 说明'.split(), planted)
