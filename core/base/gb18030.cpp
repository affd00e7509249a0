#include "base/gb18030.h"

#include <iconv.h>

#include <memory>
#include <stdexcept>
#include <type_traits>

namespace nianbao {

namespace {

struct CloseConverter {
  void operator()(iconv_t handle) const { iconv_close(handle); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

Converter open_converter() {
  iconv_t handle = iconv_open("UTF-8", "GB18030");
  // iconv reports failure as (iconv_t)-1.
  if (reinterpret_cast<std::intptr_t>(handle) == -1) throw std::runtime_error("系统的 iconv 不支持 GB18030");
  return Converter(handle);
}

}  // namespace

std::optional<std::string> gb18030_to_utf8(std::string_view bytes) {
  static thread_local const Converter kConverter = open_converter();
  iconv(kConverter.get(), nullptr, nullptr, nullptr, nullptr);
  // No GB18030 sequence grows by more than half: two bytes become three, four become three or four.
  std::string out(bytes.size() * 3 / 2 + 4, '\0');
  char* in = const_cast<char*>(bytes.data());
  std::size_t in_left = bytes.size();
  char* to = out.data();
  std::size_t out_left = out.size();
  if (iconv(kConverter.get(), &in, &in_left, &to, &out_left) == static_cast<std::size_t>(-1))
    return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

}  // namespace nianbao
