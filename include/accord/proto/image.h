#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "accord/finding/finding.h"
#include "accord/proto/sources.h"

namespace accord::proto {

/// Path of an element inside its file, as in SourceCodeInfo.Location.path.
using ElementPath = std::vector<int>;

ElementPath PathOf(const google::protobuf::Descriptor& message);
ElementPath PathOf(const google::protobuf::FieldDescriptor& field);
ElementPath PathOf(const google::protobuf::OneofDescriptor& oneof);
ElementPath PathOf(const google::protobuf::EnumDescriptor& type);
ElementPath PathOf(const google::protobuf::EnumValueDescriptor& value);
ElementPath PathOf(const google::protobuf::ServiceDescriptor& service);
ElementPath PathOf(const google::protobuf::MethodDescriptor& method);

/// `path` with more steps behind it.
ElementPath Child(ElementPath path, std::initializer_list<int> steps);

/// Resolved features of one element (editions; derived from the syntax for proto2 and proto3).
struct Features {
  enum class Presence : std::uint8_t { kExplicit, kImplicit, kLegacyRequired };
  enum class Utf8 : std::uint8_t { kVerify, kNone };
  enum class JsonFormat : std::uint8_t { kAllow, kLegacyBestEffort };
  enum class CppString : std::uint8_t { kString, kCord, kView };
  enum class JavaUtf8 : std::uint8_t { kDefault, kVerify };

  Presence presence = Presence::kExplicit;
  bool closed_enum = false;
  bool packed = true;
  Utf8 utf8 = Utf8::kVerify;
  bool delimited = false;
  JsonFormat json_format = JsonFormat::kAllow;
  CppString cpp_string = CppString::kString;
  JavaUtf8 java_utf8 = JavaUtf8::kDefault;
};

/// The compiled files of one version. Spans are looked up lazily, file by file. Immutable apart
/// from that cache; not for use from several threads at once.
class Image {
 public:
  /// Compiles `paths` and what they import. A file that does not compile, and those that need it,
  /// are left out and said in `findings`; the others go on.
  static std::unique_ptr<Image> Compile(std::shared_ptr<const Sources> sources,
                                        std::span<const std::string> paths,
                                        std::vector<finding::Finding>& findings);
  ~Image();
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;

  const Sources& sources() const;
  const google::protobuf::DescriptorPool& pool() const;
  /// The compiled ones of `paths`, sorted by name; not what they import besides.
  const std::vector<const google::protobuf::FileDescriptor*>& files() const;

  /// `proto2`, `proto3` or `editions`.
  std::string_view SyntaxOf(const google::protobuf::FileDescriptor& file) const;
  Features FeaturesOf(const google::protobuf::FileDescriptor& file) const;
  Features FeaturesOf(const google::protobuf::Descriptor& message) const;
  Features FeaturesOf(const google::protobuf::FieldDescriptor& field) const;
  Features FeaturesOf(const google::protobuf::EnumDescriptor& type) const;

  /// Where the element stands: file, range, source line. Only `file` is set when the element has
  /// no place of its own (an option that is not written); never the place of something else.
  finding::Span SpanOf(const google::protobuf::FileDescriptor& file, const ElementPath& path) const;

  /// Options with their extensions decoded by the definitions of this image, as a dynamic message
  /// of `google.protobuf.MethodOptions` and its like. nullptr when there are no options, or none of
  /// the image's files imports descriptor.proto (then no custom option can be set).
  std::unique_ptr<google::protobuf::Message> DecodeOptions(
      const google::protobuf::Message& options) const;

 private:
  Image();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace accord::proto
