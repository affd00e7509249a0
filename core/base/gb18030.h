// GB18030 to UTF-8 through the C library's iconv.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nianbao {

// Empty when a byte sequence is not GB18030.
std::optional<std::string> gb18030_to_utf8(std::string_view bytes);

}  // namespace nianbao
