#include "rules/phrase_book.h"

namespace nianbao {

PhraseBook::PhraseBook(std::vector<Phrase> phrases, ProseContext context)
    : phrases_(std::move(phrases)), context_(std::move(context)) {
  for (const Phrase& phrase : phrases_) {
    words_.add(phrase.word);
    needed_words_.insert(phrase.needs.begin(), phrase.needs.end());
  }
  for (const std::string& name : context_.unit_names) {
    if (!name.empty() && name != context_.issuer) unit_names_.add(name);
  }
}

const Phrase* PhraseBook::at(std::string_view text) const {
  const WordIndex::Match match = words_.at(text);
  return match.size == 0 ? nullptr : &phrases_[match.id];
}

}  // namespace nianbao
