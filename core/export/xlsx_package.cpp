// Proof that a package is whole. It reads the zip directory itself, because what it must see is not whether
// the zip is valid, but whether each XML part inside still has its end.
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

#include "base/text.h"
#include "export/xlsx_file.h"

namespace nianbao {

namespace {

constexpr std::uint32_t kDirectoryEnd = 0x06054b50;
constexpr std::uint32_t kDirectoryEntry = 0x02014b50;
constexpr std::uint32_t kLocalEntry = 0x04034b50;
constexpr std::size_t kDirectoryEndSize = 22;
constexpr std::size_t kDirectoryEntrySize = 46;
constexpr std::size_t kLocalEntrySize = 30;
constexpr std::size_t kHead = 512;  // bytes of a part that hold its root element's name
constexpr std::size_t kTail = 128;

[[noreturn]] void reject(std::string_view part) {
  throw std::runtime_error(
      fmt::format("写工作簿时内容不完整（{}），多半是磁盘或临时文件夹已满；请腾出空间后重新运行。", part));
}

// Little-endian number of `size` bytes.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) reject("目录");
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

struct Part {
  std::string_view name;
  std::string_view packed;
  std::uint32_t crc = 0;
};

// The beginning and the end of a part's text.
struct Ends {
  std::string head, tail;
};

class Inflater {
 public:
  explicit Inflater(const Part& part) : part_(part) {
    if (inflateInit2(&stream_, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  Ends read() {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part_.packed.data()));
    stream_.avail_in = static_cast<uInt>(part_.packed.size());
    auto crc = static_cast<std::uint32_t>(crc32(0, nullptr, 0));
    std::array<char, 65536> buffer{};
    int state = Z_OK;
    while (state == Z_OK) {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = static_cast<uInt>(buffer.size());
      state = inflate(&stream_, Z_NO_FLUSH);
      const std::string_view piece(buffer.data(), buffer.size() - stream_.avail_out);
      crc = static_cast<std::uint32_t>(
          crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size())));
      keep(piece);
    }
    if (state != Z_STREAM_END || crc != part_.crc) reject(part_.name);
    return std::move(ends_);
  }

 private:
  void keep(std::string_view piece) {
    if (ends_.head.size() < kHead) ends_.head += piece.substr(0, kHead - ends_.head.size());
    ends_.tail += piece.size() > kTail ? piece.substr(piece.size() - kTail) : piece;
    if (ends_.tail.size() > kTail) ends_.tail.erase(0, ends_.tail.size() - kTail);
  }

  const Part& part_;
  z_stream stream_{};
  Ends ends_;
};

// "worksheet" of "<?xml … ?>\n<worksheet xmlns=…"; empty when there is none.
std::string_view root_name(std::string_view head) {
  const std::size_t end_of_declaration = head.find("?>");
  const std::size_t open = end_of_declaration == std::string_view::npos ? std::string_view::npos
                                                                        : head.find('<', end_of_declaration);
  if (open == std::string_view::npos) return {};
  const std::size_t end = head.find_first_of(" />\n", open + 1);
  return end == std::string_view::npos ? std::string_view{} : head.substr(open + 1, end - open - 1);
}

void require_closed_root(const Part& part) {
  const Ends ends = Inflater(part).read();
  const std::string_view root = root_name(ends.head);
  if (root.empty() || !ends_with(trim(ends.tail), fmt::format("</{}>", root))) reject(part.name);
}

}  // namespace

void require_complete_package(std::string_view bytes) {
  if (bytes.size() < kDirectoryEndSize) reject("目录");
  const std::size_t end = bytes.size() - kDirectoryEndSize;
  if (number_at(bytes, end, 4) != kDirectoryEnd) reject("目录");
  const std::uint32_t parts = number_at(bytes, end + 10, 2);
  std::size_t at = number_at(bytes, end + 16, 4);
  if (parts == 0) reject("目录");
  for (std::uint32_t i = 0; i < parts; ++i) {
    if (number_at(bytes, at, 4) != kDirectoryEntry) reject("目录");
    const std::size_t packed = number_at(bytes, at + 20, 4);
    const std::size_t name = number_at(bytes, at + 28, 2);
    const std::size_t local = number_at(bytes, at + 42, 4);
    if (number_at(bytes, local, 4) != kLocalEntry) reject("目录");
    const std::size_t data =
        local + kLocalEntrySize + number_at(bytes, local + 26, 2) + number_at(bytes, local + 28, 2);
    if (data + packed > bytes.size()) reject("目录");
    require_closed_root({bytes.substr(at + kDirectoryEntrySize, name), bytes.substr(data, packed),
                         number_at(bytes, at + 16, 4)});
    at += kDirectoryEntrySize + name + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
  }
}

}  // namespace nianbao
