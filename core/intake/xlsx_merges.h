// The merged areas of a sheet. They stand behind its rows but are wanted before them, so the part is unpacked
// once on its own, searched as bytes, and only its tail from <mergeCells> on goes through the XML parser
// (about a fifth of the time of reading the sheet).
#pragma once

#include <string>
#include <vector>

#include "intake/grid.h"
#include "intake/xlsx_package.h"

namespace nianbao {

inline constexpr std::size_t kMaxMergedAreas = 100000;

// False with the fault reported. A sheet whose XML is broken gives what was found: reading it names the
// fault.
bool read_merged_areas(const XlsxPackage& package, const std::string& part, std::vector<MergedArea>& areas,
                       XlsxReport& report);

}  // namespace nianbao
