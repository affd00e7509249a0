// The applications of this year beside those of the last: what one of the two files does not say is blank,
// and so is its change.
#pragma once

#include "report/document.h"
#include "reporter/compile.h"

namespace nianbao {

// The year must have case records. Without last year's figures only this year's column.
Table year_beside_year(const Compilation& compilation);

}  // namespace nianbao
