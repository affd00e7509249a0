#include "reporter/output_folder.h"

#include <gtest/gtest.h>

#include <iterator>

#include "unit/reporter/temp_folder.h"

namespace nianbao {

namespace {

namespace fs = std::filesystem;

std::size_t entries(const std::string& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::string content(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

int status_of(const std::string& folder) {
  try {
    OutputFolder out(folder);
  } catch (const OutputError& e) {
    return e.status;
  }
  return 0;
}

}  // namespace

TEST(OutputFolder, ShowsNothingBeforeCommit) {
  const TempFolder temp;
  {
    OutputFolder out(temp.path("out"));
    out.write("a.txt", "甲");
    EXPECT_FALSE(fs::exists(temp.path("out/a.txt")));
  }
  EXPECT_FALSE(fs::exists(temp.path("out"))) << "a folder that this run made goes away with it";
}

TEST(OutputFolder, MovesAllIntoPlaceAndRemovesTheStale) {
  const TempFolder temp;
  temp.write("out/report.draft.pdf", "old");
  temp.write("out/report.pdf", "older");
  {
    OutputFolder out(temp.path("out"));
    out.write("report.pdf", "new");
    out.commit({"report.draft.pdf"});
  }
  EXPECT_EQ(content(temp.path("out/report.pdf")), "new");
  EXPECT_EQ(entries(temp.path("out")), 1U);
}

TEST(OutputFolder, LeavesWhatWasThereWhenARunFails) {
  const TempFolder temp;
  temp.write("out/report.pdf", "old");
  {
    OutputFolder out(temp.path("out"));
    out.write("report.pdf", "new");
  }
  EXPECT_EQ(content(temp.path("out/report.pdf")), "old");
  EXPECT_EQ(entries(temp.path("out")), 1U);
}

TEST(OutputFolder, RefusesWhatIsNoFolder) {
  const TempFolder temp;
  temp.write("file", "x");
  EXPECT_EQ(status_of(temp.path("file")), 2);
  EXPECT_EQ(status_of("/proc/nianbao"), 2);
}

TEST(OutputFolder, RefusesAFolderInTheWayOfAFile) {
  const TempFolder temp;
  fs::create_directories(temp.path("out/report.pdf"));
  OutputFolder out(temp.path("out"));
  EXPECT_THROW(out.write("report.pdf", "x"), OutputError);
}

}  // namespace nianbao
