// The paragraphs of the compiler's text as they are compared over the years: as printed, with width
// folded and without blanks, by their hash. Digits stay: a paragraph with this year's numbers is not last
// year's. A paragraph of last year's folder that still has places {{ }} is passed over, because what it
// printed is not known; the figures of that year have the hash of what it did print.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "figures/figures.h"
#include "reporter/workspace.h"
#include "rules/rule_book.h"

namespace nianbao {

struct WrittenParagraph {
  std::string section, file;
  int line = 0;
  std::size_t characters = 0;  // without blanks
  std::string sha256;
};

// In order of the sections.
std::vector<WrittenParagraph> written_paragraphs(const std::map<std::string, SectionText>& texts);

// The hashes of last year's paragraphs, from its text folder and its figures, either of which may be absent.
// A file that is no text is reported and left out.
std::set<std::string> read_previous_paragraphs(const Workspace& workspace, const Figures* previous,
                                               Diagnostics& diagnostics);

// Those of more than thirty characters that stood in last year's text: shorter ones are phrases that return
// every year.
std::vector<RepeatedParagraph> repeated_paragraphs(const std::vector<WrittenParagraph>& paragraphs,
                                                   const std::set<std::string>& previous);

}  // namespace nianbao
