// Packs as files: one folder each, its name the pack's id. A chain runs from national to the locality.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rules/manifest.h"
#include "rules/pack_files.h"

namespace nianbao {

struct Pack {
  Manifest manifest;
  std::string folder;
  std::string shown_folder;  // "plugins/laiwu"
  std::string sha256;
  PackScripts scripts;
  bool report_is_unread = false;  // there is a report.lua, but why it was not read is a finding

  // The pack wants a newer program: it takes part in the chain, but runs nothing (M-04 is reported).
  bool is_too_new() const { return manifest.api > kApiVersion; }
};

// National first. Empty with M-01, C-01 or C-02 reported when a folder or manifest of the chain is missing or
// wrong, or the chain runs in a circle.
std::optional<std::vector<Pack>> read_chain(const std::string& plugins_folder, const std::string& locality,
                                            Diagnostics& diagnostics);

// The readable packs below the folder, by id, with manifest, folder and hash only.
std::vector<Pack> list_packs(const std::string& plugins_folder);

}  // namespace nianbao
