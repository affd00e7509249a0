// A document into flow units: each kind of block with its typeface, indent and place in the line, and the
// rules that keep headings, paragraphs and signatures from being parted badly.
#pragma once

#include "layout/flow_unit.h"
#include "report/document.h"

namespace nianbao {

Flow build_flow(const Document& document, const TextMeasure& measure);

}  // namespace nianbao
