import craft

craft.docx('workspace/要点.docx', ['一、甲'] * 200)
craft.cut('workspace/要点.docx', 0.7)
