// Packs as files: one folder each, its name the pack's id. A chain runs from national to the locality.
//
// A pack's hash is the SHA-256 over one line per file, "<sha256 of the file>  <path>\n", in order of the
// path.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rules/manifest.h"

namespace nianbao {

struct Pack {
  Manifest manifest;
  std::string folder;
  std::string shown_folder;  // "plugins/laiwu"
  std::string sha256;
  std::map<std::string, std::string> scripts;  // path inside the pack -> content of its .lua files

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
