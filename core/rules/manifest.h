// pack.toml: what a pack is, without any behaviour. Reading it runs no Lua.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"

namespace nianbao {

inline constexpr int kApiVersion = 1;  // of the functions and values that packs may use

struct Manifest {
  std::string id;       // also the name of its folder
  std::string name;     // 济南市莱芜区
  std::string version;  // 2024.1
  int api = 0;
  std::string extends;  // the pack before it in the chain; empty only for national
  std::string prefix;   // of its codes: "LW" for LW-01
};

// "laiwu", "zibo-hitech": small letters, digits and hyphens, at most 40; an example has "_" before them.
bool is_pack_id(const std::string& text);
// "_example": a pack to copy from, not one of a place. It is never listed.
bool is_example_id(const std::string& text);

// `shown_name` stands in findings: C-01 for an unknown key, C-02 for a wrong type or value, M-01 when the
// file cannot be read or lacks a key, M-04 when the pack wants a newer program. Only C-01 and M-04 leave a
// manifest.
std::optional<Manifest> read_manifest(const std::string& path, const std::string& shown_name,
                                      Diagnostics& diagnostics);

}  // namespace nianbao
