// The files of a pack: what its folder holds, within limits that no sound pack comes near, its hash and the
// code of its Lua files.
//
// A pack's hash is the SHA-256 over one line per file, "<sha256 of the file>  <path>\n", in order of the
// path. The cases of a pack and names with a dot in front have no part in what it does. Links, pipes and the
// like are never read; left unsaid, their checks would seem to have run.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace nianbao {

// Path inside the pack -> code, without a byte order mark. Whoever needs it later shares it.
using PackScripts = std::map<std::string, std::shared_ptr<const std::string>>;

struct PackFiles {
  std::string folder;
  std::vector<std::string> files;  // regular ones, relative, sorted by bytes
  std::vector<std::string> odd;    // links, pipes, folders with the name of a file; sorted
  std::string excess;              // why it is too much to read, in words; empty within the limits
};

PackFiles find_pack_files(const std::string& folder);

std::string hash_of(const PackFiles& files);

// Reports M-01 for what is odd, not UTF-8, too large or likely misnamed; `shown` is the folder in findings.
PackScripts read_scripts(const PackFiles& files, const std::string& shown, Diagnostics& diagnostics);

// An M-01 of the loading.
void report_pack_fault(Diagnostics& diagnostics, const std::string& file, std::string message,
                       std::string hint);

}  // namespace nianbao
