// Word documents small enough to read, part by part, for tests.
#pragma once

#include <string>

#include "support/xlsx_fixture.h"

namespace nianbao::testing {

inline std::string paragraph(const std::string& text, const std::string& properties = {}) {
  const std::string inside = properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>";
  return "<w:p>" + inside + "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

// Several texts are several paragraphs of the cell.
inline std::string cell(const std::vector<std::string>& texts, const std::string& properties = {}) {
  std::string xml = "<w:tc><w:tcPr>" + properties + "</w:tcPr>";
  for (const std::string& text : texts) xml += paragraph(text);
  return xml + "</w:tc>";
}

inline std::string save_docx(const TempFolder& folder, const std::string& body,
                             const std::map<std::string, std::string>& more = {},
                             const std::string& name = "要点.docx") {
  const std::string space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  std::vector<std::pair<std::string, std::string>> parts = {
      {"[Content_Types].xml", std::string(kXmlHead) + "<Types/>"},
      {"_rels/.rels", std::string(kXmlHead) + "<Relationships xmlns=\"" + kPackageSpace +
                          "\"><Relationship Id=\"rId1\" Type=\"" + kRelationSpace +
                          "/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
      {"word/document.xml",
       std::string(kXmlHead) + "<w:document " + space +
           " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body +
           "</w:body></w:document>"}};
  for (const auto& [part, xml] : more) parts.emplace_back(part, xml);
  write_zip(folder.at(name), parts);
  return folder.at(name);
}

}  // namespace nianbao::testing
