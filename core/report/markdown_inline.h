// The inside of a Markdown paragraph: emphasis, links, escapes, line breaks. Findings go where the
// construct stands, because the compiler looks for it in her own file.
//
// Where CommonMark serves Chinese badly, this differs from it: `**` works beside Chinese punctuation
// (**“重点”**工作), `_` is never emphasis (____ is a placeholder that a check must see), and a run of `*`
// between ASCII letters or digits is literal (370***1234). Places {{ … }} are copied byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "report/document.h"

namespace nianbao {

// Where findings of one text file go.
struct MarkupFindings {
  const std::string& file;
  Diagnostics& diagnostics;

  // C-02: `construct` ("原始 HTML") stands at `line` as `written`.
  void add(int line, const std::string& construct, std::string_view written, const std::string& hint);
};

// Spans of a paragraph whose first line is `line`. A hard break is "\n" in a span; a soft one is gone between
// Chinese characters and one blank between Latin words. `breaks` gets the line behind each hard break.
std::vector<Span> read_inline(std::string_view text, int line, MarkupFindings& findings,
                              std::vector<int>* breaks = nullptr);

}  // namespace nianbao
