#include "tests/conformance/pact_matching/mismatch_text.h"

namespace accord::match::test {

std::string Describe(const std::vector<Mismatch>& mismatches) {
  std::string text;
  for (const Mismatch& mismatch : mismatches) {
    text += "  " + std::string(ToString(mismatch.part)) + " " + mismatch.name + ": " +
            mismatch.message + " [" + mismatch.demand + "]\n";
  }
  return text;
}

}  // namespace accord::match::test
