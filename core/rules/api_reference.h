// The manual of the interface, made from its declarations: as a page, and as annotations for editors.
#pragma once

#include <string>

namespace nianbao {

struct ApiFunction;  // rules/api.h, which needs Lua

std::string api_as_markdown();
// One function of it; `owner` is "doc:" for a method.
std::string api_as_markdown(const ApiFunction& function, const char* owner);
std::string api_as_annotations(const ApiFunction& function, const char* owner);
// For Lua's language server (---@meta).
std::string api_as_annotations();

}  // namespace nianbao
