#include <algorithm>

#include <google/protobuf/descriptor.pb.h>

#include "proto/parse.h"
#include "proto/scan.h"
#include "tests/fuzz/fuzz_target.h"

/// A text; what the parser accepts, the scan must have understood the same way.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  namespace proto = accord::proto;
  const std::string_view text = accord::fuzz::Text(data, size);
  const proto::Head head = proto::Scan(text);
  google::protobuf::FileDescriptorProto file;
  std::vector<accord::finding::Finding> findings;
  const bool parsed = proto::ParseText({"a.proto", "in/a.proto"}, text, true, file, findings);
  Require(parsed || !findings.empty(), "a refusal has a reason");
  for (const accord::finding::Finding& finding : findings) {
    Require(finding.rule != nullptr && !finding.message.empty(), "a finding says what it is");
    Require(finding.span.file == "in/a.proto", "a finding names the file");
  }
  // The scan takes escapes in strings as they stand.
  if (parsed && text.find('\\') == std::string_view::npos) {
    Require(head.package == file.package(), "the package is found");
    Require(std::equal(head.imports.begin(),
                       head.imports.end(),
                       file.dependency().begin(),
                       file.dependency().end()),
            "the imports are found");
  }
  return 0;
}
