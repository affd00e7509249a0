// Outputs are whole or not at all: every file is written beside its target in a hidden folder, flushed to
// disk, and only when all are there moved into place. A run that fails leaves OUT as it was.
#pragma once

#include <string>
#include <vector>

namespace nianbao {

class OutputFolder {
 public:
  // Creates OUT where needed and the hidden folder in it. Throws OutputError, with exit status 2, when that
  // cannot be.
  explicit OutputFolder(std::string folder);
  // Removes what was not committed, and OUT itself when this run created it.
  ~OutputFolder();
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  // Throws OutputError(2) when a folder of that name stands in OUT.
  void require_no_folder(const std::string& name) const;

  // Where to write the file that will be called `name`. Throws OutputError(2) when a folder of that name is
  // in the way.
  std::string stage(const std::string& name);
  void write(const std::string& name, const std::string& bytes);

  // Flushes and moves all staged files into place, then removes `stale` (the other of draft and final).
  // Throws OutputError with status 3 when a write failed midway.
  void commit(const std::vector<std::string>& stale);

 private:
  std::string folder_;
  std::string hidden_;
  bool created_ = false;
  std::vector<std::string> staged_;
};

// What keeps outputs from being written, as a Chinese sentence, with the exit status it leads to.
struct OutputError {
  int status = 3;
  std::string message;
};

}  // namespace nianbao
