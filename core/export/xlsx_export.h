// A document's sheets into a workbook, through libxlsxwriter. Same document, same bytes.
#pragma once

#include <string>

#include "report/document.h"

namespace nianbao {

// Writes the whole workbook to `path`. Throws std::runtime_error (a Chinese sentence) when the disk refuses
// it.
void write_xlsx(const Document& document, const std::string& path);

}  // namespace nianbao
