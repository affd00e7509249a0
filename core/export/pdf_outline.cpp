#include "export/pdf_outline.h"

#include <cassert>

namespace nianbao {
namespace {

using PoDoFo::PdfName;
using PoDoFo::PdfObject;

struct OutlineNode {
  PdfObject* object = nullptr;
  std::vector<std::size_t> children;
  int descendants = 0;
};

// Node 0 is the root, node i + 1 is bookmark i. A node's number is greater than its parent's.
std::vector<OutlineNode> hang(PoDoFo::PdfVecObjects& objects, const std::vector<Bookmark>& bookmarks) {
  std::vector<OutlineNode> nodes(bookmarks.size() + 1);
  nodes[0].object = objects.CreateObject("Outlines");
  std::vector<std::size_t> open = {0};  // the way from the root to the last bookmark
  for (std::size_t i = 0; i < bookmarks.size(); ++i) {
    while (open.size() > 1 && bookmarks[open.back() - 1].level >= bookmarks[i].level) open.pop_back();
    nodes[i + 1].object = objects.CreateObject();
    nodes[open.back()].children.push_back(i + 1);
    for (const std::size_t above : open) ++nodes[above].descendants;
    open.push_back(i + 1);
  }
  return nodes;
}

PoDoFo::PdfArray destination(const Page& page, const PdfObject& object, double y) {
  PoDoFo::PdfArray target;
  target.push_back(object.Reference());
  if (page.rotated) {
    target.push_back(PdfName("Fit"));
    return target;
  }
  target.push_back(PdfName("XYZ"));
  target.push_back(pdf_integer(0));
  target.push_back(pdf_real(y));
  target.push_back(pdf_integer(0));  // the zoom stays
  return target;
}

void link_children(const std::vector<OutlineNode>& nodes, const OutlineNode& parent) {
  if (parent.children.empty()) return;
  PoDoFo::PdfDictionary& keys = parent.object->GetDictionary();
  keys.AddKey("First", nodes[parent.children.front()].object->Reference());
  keys.AddKey("Last", nodes[parent.children.back()].object->Reference());
  keys.AddKey("Count", pdf_integer(parent.descendants));
  const PdfObject* before = nullptr;
  for (const std::size_t child : parent.children) {
    PdfObject* object = nodes[child].object;
    object->GetDictionary().AddKey("Parent", parent.object->Reference());
    if (before != nullptr) object->GetDictionary().AddKey("Prev", before->Reference());
    before = object;
  }
  for (std::size_t i = 0; i + 1 < parent.children.size(); ++i) {
    nodes[parent.children[i]].object->GetDictionary().AddKey(
        "Next", nodes[parent.children[i + 1]].object->Reference());
  }
}

}  // namespace

void write_outline(PoDoFo::PdfMemDocument& document, const PageSet& set,
                   const std::vector<PdfObject*>& pages) {
  if (set.bookmarks.empty()) return;
  const std::vector<OutlineNode> nodes = hang(document.GetObjects(), set.bookmarks);
  for (std::size_t i = 0; i < set.bookmarks.size(); ++i) {
    const Bookmark& bookmark = set.bookmarks[i];
    assert(bookmark.page >= 0 && static_cast<std::size_t>(bookmark.page) < pages.size());
    const auto page = static_cast<std::size_t>(bookmark.page);
    PoDoFo::PdfDictionary& keys = nodes[i + 1].object->GetDictionary();
    keys.AddKey("Title", pdf_text(bookmark.title));
    keys.AddKey("Dest", destination(set.pages[page], *pages[page], bookmark.y));
  }
  for (const OutlineNode& node : nodes) link_children(nodes, node);
  PoDoFo::PdfDictionary& catalog = document.GetCatalog()->GetDictionary();
  catalog.AddKey("Outlines", nodes[0].object->Reference());
  catalog.AddKey("PageMode", PdfName("UseOutlines"));
}

}  // namespace nianbao
