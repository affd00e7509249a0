// The manual of the interface, made from its declarations: as a page, and as annotations for editors.
#pragma once

#include <string>

namespace nianbao {

std::string api_as_markdown();
// For Lua's language server (---@meta).
std::string api_as_annotations();

}  // namespace nianbao
