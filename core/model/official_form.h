// The names of the official form (国办公开办函〔2021〕30号): rows and columns of tables 二, 三 and 四, with
// the key of figures.json, the exact printed label, and the short forms that ledgers use. The one place where
// they stand.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

struct FormName {
  const char* key;    // figures.json and Lua
  const char* label;  // as printed
};

// ---- table 二
// -------------------------------------------------------------------------------------------------
enum class DisclosureItem : std::uint8_t {
  regulation,
  normative_document,
  licence,
  penalty,
  compulsion,
  administrative_charge
};
inline constexpr int kDisclosureItems = 6;
const FormName& form_name(DisclosureItem item);
std::optional<DisclosureItem> find_disclosure_item(std::string_view text);

enum class DocumentCount : std::uint8_t { issued, repealed, valid };
inline constexpr int kDocumentCounts = 3;
const FormName& form_name(DocumentCount count);

// ---- table 三
// -------------------------------------------------------------------------------------------------
enum class Applicant : std::uint8_t {
  natural_person,
  enterprise,
  research,
  public_welfare,
  legal_service,
  other
};
inline constexpr int kApplicants = 6;
inline constexpr int kTable3Columns = 7;  // the six applicants, then the total
inline constexpr int kTotalColumn = 6;
const FormName& table3_column(int column);
std::optional<Applicant> find_applicant(std::string_view text);
std::optional<int> find_table3_column(std::string_view text);

// The 25 rows, in the order of the form; `granted` … `other_other` are the 21 outcomes.
enum class Row3 : std::uint8_t {
  received,
  carried_in,
  granted,
  partial,
  refused_state_secret,
  refused_law_forbids,
  refused_security_stability,
  refused_third_party,
  refused_internal_affairs,
  refused_process_information,
  refused_enforcement_files,
  refused_query_procedure,
  unavailable_not_held,
  unavailable_needs_creation,
  unavailable_still_unclear,
  not_processed_petition,
  not_processed_repeated,
  not_processed_publication,
  not_processed_excessive,
  not_processed_confirm_again,
  other_correction_overdue,
  other_fee_overdue,
  other_other,
  total,
  carried_out
};
inline constexpr int kTable3Rows = 25;

struct Row3Name {
  const char* key;    // "refused.third_party"
  const char* label;  // "4.保护第三方合法权益"
  const char* path;   // "（三）4"; for rows that are no outcome the numeral: "一", "（七）"
  const char* brief;  // "保护第三方合法权益"
};
const Row3Name& form_name(Row3 row);
inline bool is_outcome(Row3 row) {
  return row >= Row3::granted && row <= Row3::other_other;
}

// The groups （三）–（六） that hold several rows: key "refused", label "（三）不予公开".
struct Row3Group {
  const char* key;
  const char* label;
  Row3 first;
  Row3 last;
};
std::span<const Row3Group> table3_groups();

// An outcome by official wording with or without its number, short wording, path (（三）4, (三)4, 三4) or
// key. A bare number is not an outcome: it does not say of which group.
std::optional<Row3> find_outcome(std::string_view text);
// Any of the 25 rows, by the same forms.
std::optional<Row3> find_row3(std::string_view text);
// The texts that find_outcome accepts first of all, for "did you mean".
const std::vector<std::string>& outcome_labels();

// ---- table 四
// -------------------------------------------------------------------------------------------------
enum class CaseKind : std::uint8_t { review, litigation_direct, litigation_after_review };
inline constexpr int kCaseKinds = 3;
const FormName& form_name(CaseKind kind);
std::optional<CaseKind> find_case_kind(std::string_view text);

enum class CaseResult : std::uint8_t { upheld, corrected, other, pending };
inline constexpr int kTable4Columns = 5;  // the four results, then the total
inline constexpr int kTable4Total = 4;
const FormName& table4_column(int column);
std::optional<CaseResult> find_case_result(std::string_view text);
std::optional<int> find_table4_column(std::string_view text);

}  // namespace nianbao
