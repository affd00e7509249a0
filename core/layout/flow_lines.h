// Lines of text as they stand in the type area: broken, set, each at its x. What the different blocks of a
// 公文 look like is said here and nowhere else.
#pragma once

#include <string>
#include <vector>

#include "layout/flow_unit.h"
#include "layout/styled_text.h"

namespace nianbao {

// 16 pt on the character grid, first line two characters in, edges flush.
std::vector<FlowLine> body_lines(StyledText text, const TextMeasure& measure);
// 22 pt, centred, broken into lines of about one length; what belongs together stays together.
std::vector<FlowLine> title_lines(const std::string& title, const TextMeasure& measure);
// Over a table of this left edge and width, centred.
std::vector<FlowLine> caption_lines(const std::string& caption, const TextMeasure& measure, double left,
                                    double width);
// Small, under a table or by itself.
std::vector<FlowLine> note_lines(StyledText text, const TextMeasure& measure, double left, double width);
// One line of the 附件说明 (GB/T 9704 7.3.3): “附件：1.名称” two characters in, the others with their number
// under the first one; a name that is longer than the line goes on under itself. `number` is empty for a
// single attachment.
std::vector<FlowLine> attachment_lines(StyledText name, const std::string& number, bool is_first,
                                       const TextMeasure& measure);
// 落款: the last text is the date, four characters from the right edge; the others are centred over it, and
// all move to the left where one of them would leave the type area.
std::vector<FlowLine> signature_lines(std::vector<StyledText> texts, const TextMeasure& measure);

}  // namespace nianbao
