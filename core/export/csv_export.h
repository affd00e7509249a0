// A table as csv (RFC 4180, UTF-8 with BOM so that spreadsheets open it rightly).
#pragma once

#include <string>

#include "report/document.h"

namespace nianbao {

// Cells by row and column; text that a spreadsheet would take for a formula keeps a leading apostrophe.
std::string write_csv(const Table& table);

}  // namespace nianbao
