#include <exception>

#include "export/csv_export.h"
#include "export/json_export.h"
#include "export/pdf_export.h"
#include "export/xlsx_export.h"
#include "figures/figures_json.h"
#include "layout/paginator.h"
#include "reporter/draft.h"
#include "reporter/output_folder.h"
#include "reporter/reporter.h"
#include "reporter/workbook.h"

namespace nianbao {

namespace {

class Writer {
 public:
  Writer(DraftReport& draft, Outcome& outcome, const std::set<std::string>& formats)
      : draft_(draft), outcome_(outcome), formats_(formats) {}

  void write(const std::string& out) {
    OutputFolder folder(out);
    const bool is_draft = outcome_.errors > 0;
    const std::vector<std::string> stale = {is_draft ? "report.xlsx" : "report.draft.xlsx",
                                            is_draft ? "report.pdf" : "report.draft.pdf"};
    for (const std::string& file : stale) folder.require_no_folder(file);
    draft_.document.draft = is_draft;
    if (formats_.count("xlsx") > 0) {
      draft_.document.sheets = workbook_sheets(draft_.compilation, outcome_.findings);
      write_xlsx(draft_.document, folder.stage(report_name(is_draft, "xlsx")));
      draft_.document.sheets = {};  // the largest part of the document, and of no use to the others
    }
    if (formats_.count("pdf") > 0) folder.write(report_name(is_draft, "pdf"), pdf());
    if (formats_.count("json") > 0)
      folder.write(name("figures.json"), write_figures_json(draft_.compilation.figures));
    if (formats_.count("csv") > 0)
      folder.write(name("figures.csv"), write_csv(long_table(draft_.compilation)));
    folder.write(name("problems.json"), write_findings_json(outcome_.findings));
    folder.commit(stale);
    for (const std::string& written : names_) outcome_.written.push_back(out + "/" + written);
  }

 private:
  std::string name(std::string file) {
    names_.push_back(file);
    return file;
  }

  std::string report_name(bool is_draft, const std::string& extension) {
    return name((is_draft ? "report.draft." : "report.") + extension);
  }

  std::string pdf() const {
    const Document& document = draft_.document;
    const PdfInfo info{document.title, document.issuer, document.date,
                       draft_.compilation.figures.provenance.tool};
    return write_pdf(lay_out(document, *draft_.fonts), *draft_.fonts, info);
  }

  DraftReport& draft_;
  Outcome& outcome_;
  const std::set<std::string>& formats_;
  std::vector<std::string> names_;
};

Outcome stopped(const Diagnostics& diagnostics) {
  Outcome outcome = outcome_of(diagnostics);
  outcome.status = 2;
  return outcome;
}

}  // namespace

const std::vector<std::string>& format_names() {
  static const std::vector<std::string> kNames = {"xlsx", "pdf", "json", "csv"};
  return kNames;
}

Outcome build_report(const std::string& workspace, const std::string& out,
                     const std::set<std::string>& formats, const Setup& setup) {
  Diagnostics diagnostics;
  auto draft = draft_report(workspace, true, setup, diagnostics);
  if (!draft) return stopped(diagnostics);
  Outcome outcome = outcome_of(diagnostics);
  setup.progress("写出报告", 0);
  try {
    Writer(*draft, outcome, formats).write(out);
  } catch (const OutputError& e) {
    outcome.status = e.status;
    outcome.failure = e.message;
  } catch (const std::exception& e) {
    outcome.status = 3;
    outcome.failure = e.what();
  }
  return outcome;
}

Outcome check_workspace(const std::string& workspace, const Setup& setup) {
  Diagnostics diagnostics;
  const auto draft = draft_report(workspace, false, setup, diagnostics);
  return draft ? outcome_of(diagnostics) : stopped(diagnostics);
}

std::string findings_as_json(const std::vector<Diagnostic>& findings) {
  return write_findings_json(findings);
}

}  // namespace nianbao
