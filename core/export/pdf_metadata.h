// Who wrote the document and when: the Info dictionary and the same as XMP. The only clock is PdfInfo.date.
#pragma once

#include <string>

#include "export/pdf_export.h"
#include "export/pdf_objects.h"

namespace nianbao {

void write_metadata(PoDoFo::PdfMemDocument& document, const PdfInfo& info);

}  // namespace nianbao
