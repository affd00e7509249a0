#include "reporter/unread_sheets.h"

namespace nianbao {

void UnreadSheets::add(const LedgerOutcome& outcome) {
  for (const Place& place : outcome.read_sheets) read_.insert({place.file, place.sheet});
  for (const Place& place : outcome.other_sheets) others_.insert({place.file, place.sheet});
}

void UnreadSheets::report(Diagnostics& diagnostics) const {
  for (const Sheet& sheet : others_) {
    if (read_.count(sheet) > 0) continue;
    Diagnostic d;
    d.code = "N-19";
    d.severity = Severity::note;
    d.place.file = sheet.first;
    d.place.sheet = sheet.second;
    d.message = "工作表没有读：它的标题不像用到这个文件的台账";
    d.hint = "是台账的，请对照 README“台账”一节改标题；不是的，不必理会。";
    diagnostics.add(std::move(d));
  }
}

}  // namespace nianbao
