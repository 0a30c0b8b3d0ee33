"""Texts that the tests of the sources share."""

REPORT = """\
organization: {name: 人民街道}
year: 2022
title: 人民街道2022年工作总结
addressee: 区人民政府
figures: {shops: 9家}
achievements:
  heading: 2022年工作开展情况
  body:
    - lead: 稳增长
      body: 新增{shops}。
    - caption: 各社区情况
      columns: [社区, {heading: 户数, unit: 户}]
      rows: [[甲社区, 30]]
issue_date: 2022-12-20
"""
