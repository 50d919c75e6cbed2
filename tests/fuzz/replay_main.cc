// Runs a fuzz target over its seeds and over mutations of them, the same ones on every run.
//   <target> <folder with seeds> <number of mutations>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "accord/base/random.h"

#include "tests/fuzz/fuzz_target.h"

namespace {

using accord::base::Random;

constexpr std::chrono::seconds kSlow{5};

std::size_t Below(Random& random, std::size_t size) {
  return static_cast<std::size_t>(random.Next() % std::max<std::size_t>(size, 1));
}

std::vector<std::string> ReadSeeds(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

void FlipByte(Random& random, std::string& text) {
  if (!text.empty()) {
    text[Below(random, text.size())] = static_cast<char>(random.Next() & 0xFFU);
  }
}

// Most of what breaks parsers is punctuation in the wrong place.
void InsertPunctuation(Random& random, std::string& text) {
  using namespace std::string_view_literals;
  constexpr std::string_view kPunctuation = "{}[]<>:,\"'\\&*!|>-#?%@~\n\t\r \0.0e+/;="sv;
  text.insert(text.begin() + static_cast<std::ptrdiff_t>(Below(random, text.size() + 1)),
              kPunctuation[Below(random, kPunctuation.size())]);
}

void Erase(Random& random, std::string& text) {
  text.erase(Below(random, text.size() + 1), Below(random, 8) + 1);
}

void Truncate(Random& random, std::string& text) {
  text.resize(Below(random, text.size() + 1));
}

void RepeatPart(Random& random, std::string& text) {
  const std::string part = text.substr(Below(random, text.size() + 1), Below(random, 16) + 1);
  const std::size_t at = Below(random, text.size() + 1);
  for (std::size_t i = Below(random, 64); i > 0; --i) {
    text.insert(at, part);
  }
}

void Splice(Random& random, const std::string& other, std::string& text) {
  text.resize(Below(random, text.size() + 1));
  text += other.substr(Below(random, other.size() + 1));
}

std::string Mutate(Random& random, const std::vector<std::string>& seeds) {
  std::string text = seeds[Below(random, seeds.size())];
  for (std::size_t i = Below(random, 4) + 1; i > 0; --i) {
    switch (Below(random, 6)) {
      case 0:
        FlipByte(random, text);
        break;
      case 1:
        InsertPunctuation(random, text);
        break;
      case 2:
        Erase(random, text);
        break;
      case 3:
        Truncate(random, text);
        break;
      case 4:
        RepeatPart(random, text);
        break;
      default:
        Splice(random, seeds[Below(random, seeds.size())], text);
    }
  }
  return text;
}

void Run(const std::string& text) {
  // An own block, so that a sanitizer sees reads behind its end.
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  const auto start = std::chrono::steady_clock::now();
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  if (std::chrono::steady_clock::now() - start > kSlow) {
    std::cerr << "too slow on:\n" << text << "\n";
    std::exit(1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " <folder with seeds> <number of mutations>\n";
    return 2;
  }
  const std::vector<std::string> seeds = ReadSeeds(argv[1]);
  if (seeds.empty()) {
    std::cerr << "no seeds in " << argv[1] << "\n";
    return 1;
  }
  for (const std::string& seed : seeds) {
    Run(seed);
  }
  Random random(20240229);
  const long mutations = std::strtol(argv[2], nullptr, 10);
  for (long i = 0; i < mutations; ++i) {
    Run(Mutate(random, seeds));
  }
  std::cout << seeds.size() << " seeds, " << mutations << " mutations\n";
  return 0;
}
