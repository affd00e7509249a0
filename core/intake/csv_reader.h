// A csv file as a grid.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "intake/grid.h"
#include "intake/text_decoder.h"

namespace nianbao {

class CsvReader : public GridReader {
 public:
  // `format` is what survey_text said of the file as it is now.
  CsvReader(std::string path, std::string shown_name, TextFormat format);

  bool read(GridSink& sink, Diagnostics& diagnostics) override;
  const std::string& file() const override { return shown_name_; }
  const std::string& sheet() const override { return sheet_; }

 private:
  struct Stamp {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type time;
    bool operator==(const Stamp&) const = default;
  };
  Stamp stamp() const;

  std::string path_;
  std::string shown_name_;
  std::string sheet_;
  TextFormat format_;
  Stamp surveyed_;  // the file whose format is known; another one is surveyed again
};

}  // namespace nianbao
