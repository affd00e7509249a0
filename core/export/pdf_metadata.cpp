#include "export/pdf_metadata.h"

#include <algorithm>

#include "base/text.h"

namespace nianbao {
namespace {

std::string escape_xml(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c >= ' ') {  // control characters are not XML
      append_utf8(out, c);
    }
  }
  return out;
}

std::string xmp_packet(const PdfInfo& info) {
  std::string body = "<dc:format>application/pdf</dc:format>\n";
  body += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape_xml(info.title) +
          "</rdf:li></rdf:Alt></dc:title>\n";
  body += "<dc:creator><rdf:Seq><rdf:li>" + escape_xml(info.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
  body += "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n";
  const std::string producer = escape_xml(info.producer);
  body +=
      "<pdf:Producer>" + producer + "</pdf:Producer>\n<xmp:CreatorTool>" + producer + "</xmp:CreatorTool>\n";
  if (!info.date.empty()) {
    const std::string date = escape_xml(info.date);
    body += "<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n";
  }
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
         body + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace

void write_metadata(PoDoFo::PdfMemDocument& document, const PdfInfo& info) {
  PoDoFo::PdfDictionary& keys = document.GetInfo()->GetObject()->GetDictionary();
  keys.Clear();  // PoDoFo has put its own name and the time of day there
  keys.AddKey("Title", pdf_text(info.title));
  keys.AddKey("Author", pdf_text(info.author));
  keys.AddKey("Producer", pdf_text(info.producer));
  keys.AddKey("Creator", pdf_text(info.producer));
  if (!info.date.empty()) {
    std::string date = "D:" + info.date;
    std::erase(date, '-');
    keys.AddKey("CreationDate", PoDoFo::PdfString(date));
    keys.AddKey("ModDate", PoDoFo::PdfString(date));
  }
  PoDoFo::PdfObject* packet = document.GetObjects().CreateObject("Metadata");
  packet->GetDictionary().AddKey("Subtype", PoDoFo::PdfName("XML"));
  set_plain_stream(*packet, xmp_packet(info));
  document.GetCatalog()->GetDictionary().AddKey("Metadata", packet->Reference());
}

}  // namespace nianbao
