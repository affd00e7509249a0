// Numbers in Chinese characters: 一百二十三, 三万六, 二〇二四.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nianbao {

// Bytes of the Chinese numeral that `text` begins with; 0 for none. 百 and the like begin none.
std::size_t chinese_length(std::string_view text);

// 一百二十三, 两千零五, 三万六, 二〇二四; empty for anything else.
std::optional<std::int64_t> parse_chinese_number(std::string_view text);

}  // namespace nianbao
