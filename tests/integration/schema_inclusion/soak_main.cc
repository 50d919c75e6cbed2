// Checks the laws of schema inclusion on random schemas until the time is over or one breaks; see
// tools/soak.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <random>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "tests/support/inclusion_laws.h"

namespace {

using accord::test::Breach;
using accord::test::InclusionLaws;

constexpr unsigned kHangSeconds = 120;

// What a signal handler may use.
char current_trial[64];
std::size_t current_size = 0;

void NameTrial(int signal) {
  constexpr std::string_view kWords = "\nstopped by a signal at trial --first ";
  const auto write_out = [](const char* text, std::size_t size) {
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text, size);
  };
  write_out(kWords.data(), kWords.size());
  write_out(current_trial, current_size);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void Remember(std::uint64_t seed) {
  current_size = fmt::format_to_n(current_trial, sizeof current_trial, "{}\n", seed).size;
  alarm(kHangSeconds);
}

void Print(const InclusionLaws::Statistics& statistics) {
  std::cout << fmt::format("{} trials, {} discarded\n", statistics.trials, statistics.discarded);
  for (const auto& [answer, count] : statistics.answers) {
    std::cout << fmt::format("{:>9} {}", count, answer);
    const auto missed = statistics.missed.find(answer);
    std::cout << (missed == statistics.missed.end()
                      ? "\n"
                      : fmt::format(" (a sampled witness exists for {})\n", missed->second));
  }
}

}  // namespace

int main(int argc, char** argv) {
  double seconds = 60;
  std::uint64_t first = std::random_device()();
  std::uint64_t trials = 0;
  bool with_examples = false;
  CLI::App app("Laws of schema inclusion on random schemas");
  app.add_option("--seconds", seconds, "How long");
  app.add_option("--first", first, "Number of the first trial; random when it is not given");
  app.add_option("--trials", trials, "At most so many trials");
  app.add_flag("--missed", with_examples, "Show schemas for which a witness was not found");
  CLI11_PARSE(app, argc, argv);
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGALRM}) {
    std::signal(signal, NameTrial);
  }
  std::cout << "first trial: " << first << std::endl;
  InclusionLaws laws([](const auto& a, const auto& b) { return accord::schema::Includes(a, b); });
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  for (std::uint64_t seed = first;
       std::chrono::steady_clock::now() < end && (trials == 0 || seed - first < trials);
       ++seed) {
    Remember(seed);
    if (const std::optional<Breach> breach = laws.Check(accord::test::MakeTrial(seed))) {
      alarm(0);
      std::cout << "does not hold in trial " << seed << ": " << ToText(laws.Shrink(*breach))
                << "\nagain: tools/soak --first " << seed << " --trials 1\n";
      return EXIT_FAILURE;
    }
  }
  alarm(0);
  Print(laws.statistics());
  for (const auto& [answer, example] : laws.statistics().missed_examples) {
    std::cout << (with_examples ? "\n" + ToText(laws.Shrink(example)) + "\n" : "");
  }
  return EXIT_SUCCESS;
}
