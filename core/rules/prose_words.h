// The words around the numbers of prose, by what they do. Which of them a list holds decides what is tied and
// what is left alone; every list is short enough to be read.
#pragma once

#include "rules/word_index.h"

namespace nianbao::prose {

const WordIndex& glue();          // may stand between a phrase and its number
const WordIndex& forward_glue();  // between a number and the phrase right behind it
const WordIndex& joining();       // between two phrases whose figures are added, or two numbers of a list
const WordIndex& other_scope();   // what follows in the sentence is of a part of the whole, or something else
const WordIndex& other_clause();  // the same within its clause
const WordIndex& body_itself();   // in the report on many bodies, only the one that compiles it
const WordIndex& harmless();      // hold a word of the two lists before, and do not mean it: 各类, 将近
const WordIndex& plain_head();    // may stand in a clause that speaks of the whole: 全年, 我区, 发生
const WordIndex& denying_head();  // the same before a denial: 均 goes with 未, not with a count
const WordIndex& qualifying();    // behind a number that only qualifies: 10件以上, 10件的单位
const WordIndex& carried_words();      // the carried in are included
const WordIndex& not_carried_words();  // they are not, though the same words are said
const WordIndex& everyone();      // all applicants by the words of the law: 公民、法人和其他组织
const WordIndex& behind_count();  // may follow a count that is whole: ， 和 均
const WordIndex& share_glue();    // between 占 and its number
const WordIndex& rate_glue();     // between a rate and its number

}  // namespace nianbao::prose
