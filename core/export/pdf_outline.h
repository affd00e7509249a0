// Bookmarks as the outline tree of a PDF, all of it open.
#pragma once

#include <vector>

#include "export/pdf_objects.h"
#include "layout/page.h"

namespace nianbao {

// A bookmark hangs below the nearest earlier one of a smaller level. `pages` are the page objects in order;
// a bookmark to a page that is not there is our own mistake.
void write_outline(PoDoFo::PdfMemDocument& document, const PageSet& set,
                   const std::vector<PoDoFo::PdfObject*>& pages);

}  // namespace nianbao
