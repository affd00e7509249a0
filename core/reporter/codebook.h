// What the columns of the tidy tables mean, and their codes. Speaks only of tables that are there.
#pragma once

#include "figures/figures.h"
#include "report/document.h"

namespace nianbao {

Table codebook(const Figures& figures);

}  // namespace nianbao
