#include "report/markdown_inline.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/personal_data.h"
#include "base/text.h"
#include "report/markdown_emphasis.h"
#include "report/markdown_scan.h"

namespace nianbao {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kShown = 30;  // characters of a construct that a message repeats

class InlineReader {
 public:
  InlineReader(std::string_view text, int line, MarkupFindings& findings, std::vector<int>* breaks)
      : text_(text), line_(line), findings_(findings), breaks_(breaks) {}

  std::vector<InlinePiece> read(bool links) {
    if (links) match_brackets();
    while (at_ < text_.size()) step(links);
    flush();
    pieces_.emplace_back();  // so that every run has a successor
    pair_emphasis(pieces_);
    return std::move(pieces_);
  }

 private:
  void step(bool links) {
    const char c = text_[at_];
    if (is_line_break(c)) return take_break();
    if (c == '*') return take_stars();
    if (c == '\\' && at_ + 1 < text_.size() && is_markdown_punctuation(text_[at_ + 1])) {
      buffer_.push_back(text_[at_ + 1]);
      at_ += 2;
      return;
    }
    const std::size_t place = c == '{' ? end_of_place(text_, at_) : kNone;
    if (place != kNone) return take_literal(place);
    if (c == '[' && links && take_link()) return;
    if ((c == '`' || c == '!' || c == '<' || c == '&') && take_unsupported(c)) return;
    buffer_.push_back(c);
    ++at_;
  }

  // Copies up to `end`; line breaks inside become blanks.
  void take_literal(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (is_line_break(text_[at_])) ++line_;
      buffer_.push_back(is_line_break(text_[at_]) ? ' ' : text_[at_]);
    }
  }

  void take_break() {
    ++line_;
    const bool hard = text_[at_] == kHardBreak;
    const std::size_t before = text_.find_last_not_of('*', at_ == 0 ? 0 : at_ - 1);
    const std::size_t after = text_.find_first_not_of("*[", at_ + 1);
    ++at_;
    if (hard) {
      buffer_.push_back('\n');
      if (breaks_ != nullptr) breaks_->push_back(line_);
    } else if (before != kNone && after != kNone) {
      const bool joined =
          is_chinese(character_before(text_, before + 1)) || is_chinese(character_at(text_, after));
      if (!joined) buffer_.push_back(' ');
    }
  }

  void take_stars() {
    flush();
    std::size_t end = text_.find_first_not_of('*', at_);
    if (end == kNone) end = text_.size();
    InlinePiece piece;
    piece.stars = static_cast<int>(end - at_);
    piece.can_open = may_open_emphasis(character_before(text_, at_), character_at(text_, end));
    piece.can_close = may_close_emphasis(character_before(text_, at_), character_at(text_, end));
    pieces_.push_back(piece);
    at_ = end;
  }

  // The matching "]" of every "[", in one pass.
  void match_brackets() {
    closing_.assign(text_.size(), kNone);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '{') {
        const std::size_t end = end_of_place(text_, i);
        if (end != kNone) i = end - 1;
      } else if (text_[i] == '[') {
        open.push_back(i);
      } else if (text_[i] == ']' && !open.empty()) {
        closing_[open.back()] = i;
        open.pop_back();
      }
    }
  }

  std::optional<LinkTarget> target_of(std::size_t bracket) const {
    if (bracket >= text_.size() || text_[bracket] != '[' || closing_.empty()) return std::nullopt;
    const std::size_t close = closing_[bracket];
    return close == kNone ? std::nullopt : read_target(text_, close + 1);
  }

  bool take_link() {
    const auto target = target_of(at_);
    if (!target) return false;
    flush();
    const std::string_view label = text_.substr(at_ + 1, closing_[at_] - at_ - 1);
    for (InlinePiece& piece : InlineReader(label, line_, findings_, breaks_).read(false)) {
      piece.link = target->url;
      piece.text += std::string(static_cast<std::size_t>(piece.stars), '*');
      piece.stars = 0;
      pieces_.push_back(std::move(piece));
    }
    line_ += static_cast<int>(std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                            text_.begin() + static_cast<std::ptrdiff_t>(target->end),
                                            is_line_break));
    at_ = target->end;
    return true;
  }

  // What Markdown knows and this does not: a finding, and the text as written.
  bool take_unsupported(char c) {
    std::size_t end = kNone;
    if (c == '`') return take_code();
    if (c == '!') {
      const auto target = target_of(at_ + 1);
      if (!target) return false;
      return report(target->end, "图片", "年报正文不排图片，请删去，需要时改用文字说明");
    }
    if (c == '&') {
      end = end_of_entity(text_, at_);
      return end != kNone && report(end, "HTML 字符实体", "请直接写出这个字符");
    }
    if (take_address()) return true;
    end = end_of_html(text_, at_);
    return end != kNone && report(end, "原始 HTML", "请删去标签；加粗写 **文字**，换行在行末加两个空格");
  }

  bool report(std::size_t end, const std::string& construct, const std::string& hint) {
    findings_.add(line_, construct, text_.substr(at_, end - at_), hint);
    take_literal(end);
    return true;
  }

  bool take_code() {
    const std::size_t end = end_of_code(text_, at_);
    if (end != kNone) return report(end, "代码标记", "请删去反引号");
    take_literal(std::min(text_.size(), text_.find_first_not_of('`', at_)));
    return true;
  }

  bool take_address() {
    const auto address = read_address(text_, at_);
    if (!address) return false;
    flush();
    pieces_.emplace_back();
    pieces_.back().text = text_.substr(at_ + 1, address->end - at_ - 2);
    pieces_.back().link = address->url;
    at_ = address->end;
    return true;
  }

  void flush() {
    if (buffer_.empty()) return;
    pieces_.emplace_back();
    pieces_.back().text = std::move(buffer_);
    buffer_.clear();
  }

  std::string_view text_;
  int line_;
  MarkupFindings& findings_;
  std::vector<int>* breaks_;
  std::size_t at_ = 0;
  std::string buffer_;
  std::vector<InlinePiece> pieces_;
  std::vector<std::size_t> closing_;
};

// Neighbours of one style become one span.
std::vector<Span> join(std::vector<InlinePiece> pieces) {
  std::vector<Span> spans;
  int strong = 0;
  int emphasis = 0;
  for (InlinePiece& piece : pieces) {
    strong += piece.strong;
    emphasis += piece.emphasis;
    piece.text += std::string(static_cast<std::size_t>(piece.stars), '*');
    if (piece.text.empty()) continue;
    const Span span{std::move(piece.text), strong > 0, emphasis > 0, std::move(piece.link)};
    const bool same = !spans.empty() && spans.back().strong == span.strong &&
                      spans.back().emphasis == span.emphasis && spans.back().link == span.link;
    if (same) {
      spans.back().text += span.text;
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

}  // namespace

void MarkupFindings::add(int line, const std::string& construct, std::string_view written,
                         const std::string& hint) {
  std::u32string shown = to_utf32(without_personal_numbers(written.substr(0, 4 * kShown)));
  std::replace_if(
      shown.begin(), shown.end(), [](char32_t c) { return c < ' '; }, U' ');
  if (shown.size() > kShown) shown.replace(kShown, std::u32string::npos, U"…");
  Diagnostic finding;
  finding.code = "C-02";
  finding.message = fmt::format("这里用了{}“{}”，正文不支持，照原样印出。", construct, to_utf8(shown));
  finding.hint = hint + "。";
  finding.place.file = file;
  finding.place.row = line;
  diagnostics.add(std::move(finding));
}

std::vector<Span> read_inline(std::string_view text, int line, MarkupFindings& findings,
                              std::vector<int>* breaks) {
  return join(InlineReader(text, line, findings, breaks).read(true));
}

}  // namespace nianbao
