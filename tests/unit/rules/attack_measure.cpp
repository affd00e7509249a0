#include "unit/rules/attack_measure.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <fstream>

namespace nianbao::test {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double kLongest = 15;  // seconds; our own code is many times slower
constexpr long kMostGrowth = 0;  // the sanitizer keeps what was freed: not measured
#elif defined(NDEBUG)
constexpr double kLongest = 1;
constexpr long kMostGrowth = 64L * 1024;  // KiB
#else
constexpr double kLongest = 4;
constexpr long kMostGrowth = 64L * 1024;
#endif

long resident_kib() {
  std::ifstream statm("/proc/self/statm");
  long pages = 0;
  long resident = 0;
  statm >> pages >> resident;
  return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

long peak_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

void PrintTo(const Attack& attack, std::ostream* out) {
  *out << attack.name;
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

Measured in_child(const std::function<void(Measured&)>& work) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    Measured measured;
    const long before = std::max(resident_kib(), peak_kib());
    work(measured);
    measured.growth = peak_kib() - before;
    const bool is_told = write(ends[1], &measured, sizeof measured) == static_cast<ssize_t>(sizeof measured);
    _exit(is_told ? 0 : 1);
  }
  close(ends[1]);
  Measured measured;
  EXPECT_EQ(read(ends[0], &measured, sizeof measured), static_cast<ssize_t>(sizeof measured))
      << "the child died";
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return measured;
}

void expect_small(const Measured& measured) {
  EXPECT_LT(measured.seconds, kLongest) << measured.message;
  if (kMostGrowth > 0) {
    EXPECT_LT(measured.growth, kMostGrowth) << measured.message;
  }
  testing::Test::RecordProperty("milliseconds", static_cast<int>(measured.seconds * 1000));
  testing::Test::RecordProperty("KiB", static_cast<int>(measured.growth));
}

std::string check_source(const std::string& code, const std::string& body) {
  return "check { code = '" + code + "', severity = 'note', title = '试', run = function(ctx, report)\n" +
         body + "\nend }\n";
}

void look_at(const Diagnostics& diagnostics, const char* code, Measured& measured) {
  for (const Diagnostic& d : diagnostics.sorted()) {
    if (d.code == code) {
      measured.attack_findings += 1;
      measured.row = d.place.row;
      std::strncpy(measured.message, d.message.c_str(), sizeof measured.message - 1);
      std::strncpy(measured.file, d.place.file.c_str(), sizeof measured.file - 1);
    }
    if (d.code == "M-03" && d.place.row == 0) {
      std::strncpy(measured.of_pack, d.message.c_str(), sizeof measured.of_pack - 1);
    }
    if (d.message == "还在运行") measured.others += 1;
  }
}

}  // namespace nianbao::test
