#pragma once

#include <string>
#include <vector>

#include "accord/openapi/description.h"
#include "accord/pact/pact.h"

#include "conform/parameters.h"
#include "conform/remarks.h"
#include "conform/schemas.h"

namespace accord::conform {

/// A parameter or header as a description has it.
struct DescribedText {
  Spelling spelling;
  const document::Value* schema = nullptr;
  const std::vector<openapi::MediaType>* content = nullptr;
  const document::Value* source = nullptr;
};
DescribedText Describe(const openapi::Parameter& parameter);
DescribedText Describe(const openapi::Header& header);

/// How to call it, and where it belongs.
struct TextSubject {
  const finding::RuleInfo* rule = nullptr;
  std::string name;  ///< "query parameter 'limit'".
  Place place;       ///< `described` is filled in.
};

/// Holds texts against what describes them.
class Texts {
 public:
  Texts(const openapi::Description& api, Schemas& schemas, Remarks& remarks)
      : api_(api), schemas_(schemas), remarks_(remarks) {}

  /// The compiled schema; nullptr when it cannot be used, which is noted, or when anything fits.
  const CompiledSchema* SchemaOf(const DescribedText& described, const std::string& name);
  /// What a text stands for that fits, without a word; nullptr: nothing does.
  static document::DocumentPtr Fitting(const DescribedText& described,
                                       const CompiledSchema& schema,
                                       std::string_view text);
  /// Whether a text fits; the same.
  bool Fits(const DescribedText& described, std::string_view text);
  void Check(const DescribedText& described, std::string_view text, const TextSubject& subject);
  /// The same for what a text can stand for; none is one too much.
  void CheckReadings(const DescribedText& described,
                     const CompiledSchema& schema,
                     const std::vector<Wire>& readings,
                     const TextSubject& subject);

 private:
  static bool IsJson(const DescribedText& described);
  void CheckJson(const CompiledSchema& schema, std::string_view text, const TextSubject& subject);
  void Report(const CompiledSchema& schema,
              const document::DocumentPtr& value,
              const TextSubject& subject);

  const openapi::Description& api_;
  Schemas& schemas_;
  Remarks& remarks_;
};

}  // namespace accord::conform
