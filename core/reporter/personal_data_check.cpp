#include "reporter/personal_data_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

#include "base/personal_data.h"
#include "base/text.h"
#include "reporter/name_finder.h"
#include "reporter/published_texts.h"

namespace nianbao {

namespace {

// Where a text has what it should not have.
struct Spot {
  Place place;
  std::string from;       // 第 3 个字起, in its line where it has lines
  std::size_t count = 0;  // characters
};

Spot spot_of(const PublishedText& text, std::size_t begin, std::size_t end) {
  Spot spot;
  spot.place = text.place;
  std::size_t line = 0;
  if (text.has_lines) {
    spot.place.row +=
        std::count(text.text.begin(), text.text.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
    line = begin == 0 ? 0 : text.text.rfind('\n', begin - 1) + 1;
  }
  const std::size_t before = count_characters(text.text.substr(line, begin - line));
  spot.from = fmt::format("第 {} 个字起", before + 1);
  spot.count = count_characters(text.text.substr(begin, end - begin));
  return spot;
}

// The bytes of the text itself behind a range of what was searched.
std::pair<std::size_t, std::size_t> in_source(const PublishedText& text, std::size_t begin, std::size_t end) {
  if (!text.view) return {begin, end};
  return {text.view->begin_in_source(begin), text.view->end_in_source(end)};
}

Diagnostic finding_at(const Spot& spot, std::string message, std::string hint) {
  Diagnostic d;
  d.code = "P-01";
  d.place = spot.place;
  d.message = std::move(message);
  d.hint = std::move(hint);
  d.basis = "《中华人民共和国政府信息公开条例》第十五条";
  return d;
}

class NumberCheck {
 public:
  NumberCheck(const Contact& contact, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    for (const std::string* own : {&contact.phone, &contact.fax}) {
      for (PersonalNumber& number : find_personal_numbers(*own)) {
        if (number.kind == PersonalNumberKind::mobile) published_.insert(std::move(number.digits));
      }
    }
  }

  void check(const PublishedText& text) {
    for (const PersonalNumber& number : find_personal_numbers(text.searched())) {
      if (published_.count(number.digits) > 0) continue;
      const char* label = personal_number_label(number.kind);
      const auto [begin, end] = in_source(text, number.begin, number.end);
      if (!found_.insert({text.text.data(), begin}).second) continue;  // in the source and on paper
      const Spot spot = spot_of(text, begin, end);
      diagnostics_.add(finding_at(spot,
                                  fmt::format("{}是{} {}", spot.from, label, masked_number(number.digits)),
                                  fmt::format("公布前请删去；如果不是{}，请换一种写法", label)));
    }
  }

 private:
  std::set<std::string> published_;  // the body's own telephones
  std::set<std::pair<const char*, std::size_t>> found_;
  Diagnostics& diagnostics_;
};

// Ledgers repeat their applicants: what was looked for a short while ago is not looked for again.
class RecentCells {
 public:
  bool is_new(const ApplicantCells& cells) {
    if (hashes_.size() >= kRemembered) hashes_.clear();
    const std::hash<std::string_view> hash;
    return hashes_.insert(hash(cells.name) * 31 + hash(cells.reference)).second;
  }

 private:
  static constexpr std::size_t kRemembered = std::size_t{1} << 13;
  std::unordered_set<std::size_t> hashes_;
};

// In the form of name_key.
std::unordered_set<std::string> names_of_units(const Workspace& workspace, const Compilation& compilation) {
  std::unordered_set<std::string> known = {name_key(workspace.body.issuer)};
  for (const Unit& unit : compilation.units.units()) {
    known.insert(name_key(unit.name));
    for (const std::string& alias : unit.aliases) known.insert(name_key(alias));
  }
  return known;
}

// A place where names of the ledger stand: the first row that has one, and how sure it is.
struct NameSpot {
  std::size_t end = 0;   // byte of its source
  std::size_t text = 0;  // that was searched
  bool is_certain = false;
  bool is_reference = false;
  Place row;
  std::string name;  // as it was searched
};

class NameCheck {
 public:
  NameCheck(const Workspace& workspace, const Compilation& compilation, std::vector<PublishedText> texts)
      : texts_(std::move(texts)), finder_(views(texts_)) {
    for (const PublishedText& text : texts_) first_.try_emplace(text.text.data(), first_.size());
    known_ = names_of_units(workspace, compilation);
  }

  void look_for(const ApplicantCells& cells, const Place& row) {
    if (!recent_.is_new(cells)) return;
    for (const SearchedName& name : searched_names(cells)) {
      if (known_.count(to_utf8(name.key)) > 0) continue;
      finder_.find(name, [&](const NameHit& hit) { keep(name, hit, row); });
    }
  }

  // Names that other findings may have quoted out of the same texts.
  std::vector<std::string> found() const {
    std::set<std::string> names;
    for (const auto& [at, spot] : spots_) {
      if (!spot.is_certain) continue;
      names.insert(spot.name);
      names.emplace(texts_[spot.text].text.substr(at.second, spot.end - at.second));
    }
    return {names.begin(), names.end()};
  }

  void report(Diagnostics& diagnostics) const {
    std::size_t covered_text = texts_.size();  // none
    std::size_t covered_to = 0;
    for (const auto& [at, spot] : spots_) {
      const auto& [text, begin] = at;
      // 张三 within 张三丰 is the same place.
      if (text == covered_text && spot.end <= covered_to) continue;
      covered_text = text;
      covered_to = spot.end;
      report(spot_of(texts_[spot.text], begin, spot.end), spot, diagnostics);
    }
  }

 private:
  static std::vector<std::string_view> views(const std::vector<PublishedText>& texts) {
    std::vector<std::string_view> views;
    views.reserve(texts.size());
    for (const PublishedText& text : texts) views.push_back(text.searched());
    return views;
  }

  void keep(const SearchedName& name, const NameHit& hit, const Place& row) {
    const bool is_reference = name.kind == SearchedKind::reference;
    const PublishedText& text = texts_[hit.text];
    const auto [begin, end] = in_source(text, hit.begin, hit.end);
    NameSpot& spot = spots_[{first_.at(text.text.data()), begin}];
    const bool is_longer = end > spot.end;
    const bool is_surer = end == spot.end && hit.is_certain && !spot.is_certain;
    if (!is_longer && !is_surer) return;
    spot = {end,          hit.text, hit.is_certain,
            is_reference, row,      std::string(text.searched().substr(hit.begin, hit.end - hit.begin))};
  }

  static void report(const Spot& at, const NameSpot& spot, Diagnostics& diagnostics) {
    const char* what = spot.is_reference ? "申请人代号" : "申请人姓名";
    const std::string row = fmt::format("“{}”第 {} 行", spot.row.file, spot.row.row);
    if (spot.is_certain) {
      diagnostics.add(finding_at(at, fmt::format("{}的 {} 个字是{}的{}", at.from, at.count, row, what),
                                 "公布前请删去，或者改成“某申请人”；确实只是巧合的，请换一个说法"));
      return;
    }
    Diagnostic d =
        finding_at(at, fmt::format("{}的 {} 个字与{}的{}相同，可能只是巧合", at.from, at.count, row, what),
                   "说的就是这个人的，公布前请删去；只是巧合的，可以不管");
    d.code = "N-25";
    d.severity = Severity::warning;
    diagnostics.add(std::move(d));
  }

  std::vector<PublishedText> texts_;
  NameFinder finder_;
  std::unordered_set<std::string> known_;  // names of units are no secret
  RecentCells recent_;
  std::map<const char*, std::size_t> first_;                       // sources, numbered as they come
  std::map<std::pair<std::size_t, std::size_t>, NameSpot> spots_;  // by source and byte
};

// The ledger's names within the findings' own texts, which quote what stood in the wrong column or place.
class FindingSearch {
 public:
  FindingSearch(std::unordered_set<std::string> known, Diagnostics& diagnostics) : known_(std::move(known)) {
    diagnostics.edit_texts([this](std::string& text) { texts_.push_back(text); });
    finder_.emplace(std::vector<std::string_view>(texts_.begin(), texts_.end()));
    hidden_.resize(texts_.size());
  }

  bool is_empty() const { return texts_.empty(); }

  void look_for(const ApplicantCells& cells) {
    if (!recent_.is_new(cells)) return;
    for (const SearchedName& name : searched_names(cells)) {
      if (known_.count(to_utf8(name.key)) > 0) continue;
      finder_->find(name, [&](const NameHit& hit) {
        if (hit.is_certain || is_quoted(texts_[hit.text], hit.begin))
          hidden_[hit.text].insert({hit.begin, hit.end});
      });
    }
  }

  // The findings are handed over in the same order.
  void conceal(Diagnostics& diagnostics) const {
    std::size_t at = 0;
    diagnostics.edit_texts([&](std::string& text) {
      text = concealed(text, hidden_[at]);
      ++at;
    });
  }

 private:
  using Ranges = std::set<std::pair<std::size_t, std::size_t>>;

  static std::string concealed(const std::string& text, const Ranges& ranges) {
    std::string out;
    std::size_t from = 0;
    for (const auto& [begin, end] : ranges) {
      if (begin >= from) out.append(text, from, begin - from).append("***");
      from = std::max(from, end);
    }
    return out.append(text, from);
  }

  // Behind an opening quotation mark that is not closed yet.
  static bool is_quoted(std::string_view text, std::size_t at) {
    const std::size_t open = text.substr(0, at).rfind("“");
    return open != std::string_view::npos && text.substr(open, at - open).find("”") == std::string_view::npos;
  }

  std::unordered_set<std::string> known_;
  std::vector<std::string> texts_;
  std::optional<NameFinder> finder_;
  std::vector<Ranges> hidden_;
  RecentCells recent_;
};

void add_group(TimeFigures& to, const TimeFigures& group) {
  if (group.received) to.received = to.received.value_or(0) + *group.received;
  to.closed += group.closed;
  to.in_time += group.in_time;
  to.overdue += group.overdue;
  to.days.merge(group.days);
}

void conceal_in(std::vector<TimeFigures>& groups, const std::vector<std::string>& names) {
  const auto bears_name = [&](const TimeFigures& group) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return group.key.find(name) != std::string::npos; });
  };
  const auto first = std::stable_partition(groups.begin(), groups.end(), std::not_fn(bears_name));
  if (first == groups.end()) return;
  first->key = kConcealedGroup;
  for (auto group = first + 1; group != groups.end(); ++group) add_group(*first, *group);
  groups.erase(first + 1, groups.end());
}

struct Year {
  const Workspace& workspace;
  const Compilation& compilation;
};

std::vector<std::string> check_texts(std::vector<PublishedText> texts, const Year& year,
                                     const Progress& progress, Diagnostics& diagnostics) {
  NumberCheck numbers(year.workspace.body.contact, diagnostics);
  for (const PublishedText& text : texts) numbers.check(text);
  const LedgerSource* source = year.workspace.ledger("requests");
  if (source == nullptr || !year.compilation.has_applicants || texts.empty()) return {};
  NameCheck names(year.workspace, year.compilation, std::move(texts));
  std::int64_t rows = 0;
  read_applicants(*source, [&](const ApplicantCells& cells, const Place& row) {
    if (++rows % 10'000 == 0) progress("核对个人信息", rows);
    names.look_for(cells, row);
  });
  names.report(diagnostics);
  return names.found();
}

}  // namespace

std::vector<std::string> check_personal_data(const Workspace& workspace, const Compilation& compilation,
                                             const Progress& progress, Diagnostics& diagnostics) {
  return check_texts(published_texts(workspace, compilation), {workspace, compilation}, progress,
                     diagnostics);
}

std::vector<std::string> check_printed_reasons(const Workspace& workspace, const Compilation& compilation,
                                               const Progress& progress, Diagnostics& diagnostics) {
  return check_texts(printed_reasons(compilation), {workspace, compilation}, progress, diagnostics);
}

void conceal_applicants(const Workspace& workspace, const Compilation& compilation, const Progress& progress,
                        Diagnostics& diagnostics) {
  const LedgerSource* source = workspace.ledger("requests");
  if (source == nullptr || !compilation.has_applicants) return;
  FindingSearch search(names_of_units(workspace, compilation), diagnostics);
  if (search.is_empty()) return;
  std::int64_t rows = 0;
  read_applicants(*source, [&](const ApplicantCells& cells, const Place&) {
    if (++rows % 10'000 == 0) progress("核对个人信息", rows);
    search.look_for(cells);
  });
  search.conceal(diagnostics);
}

void conceal_groups(const std::vector<std::string>& names, Figures& figures) {
  if (!figures.requests || names.empty()) return;
  for (auto* groups : {&figures.requests->by_topic, &figures.requests->by_channel}) {
    conceal_in(*groups, names);
  }
}

}  // namespace nianbao
