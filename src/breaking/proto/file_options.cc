#include <array>
#include <string>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/quoted.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// Field numbers of descriptor.proto.
constexpr int kPackage = 2;
constexpr int kOptions = 8;
constexpr int kSyntax = 12;

struct OptionRule {
  const finding::RuleInfo* rule;
  const char* option;
};
constexpr std::array kOptionRules{
    OptionRule{&kFileSameCcEnableArenas, "cc_enable_arenas"},
    OptionRule{&kFileSameCcGenericServices, "cc_generic_services"},
    OptionRule{&kFileSameCsharpNamespace, "csharp_namespace"},
    OptionRule{&kFileSameGoPackage, "go_package"},
    OptionRule{&kFileSameJavaGenericServices, "java_generic_services"},
    OptionRule{&kFileSameJavaMultipleFiles, "java_multiple_files"},
    OptionRule{&kFileSameJavaOuterClassname, "java_outer_classname"},
    OptionRule{&kFileSameJavaPackage, "java_package"},
    OptionRule{&kFileSameObjcClassPrefix, "objc_class_prefix"},
    OptionRule{&kFileSameOptimizeFor, "optimize_for"},
    OptionRule{&kFileSamePhpClassPrefix, "php_class_prefix"},
    OptionRule{&kFileSamePhpMetadataNamespace, "php_metadata_namespace"},
    OptionRule{&kFileSamePhpNamespace, "php_namespace"},
    OptionRule{&kFileSamePyGenericServices, "py_generic_services"},
    OptionRule{&kFileSameRubyPackage, "ruby_package"},
    OptionRule{&kFileSameSwiftPrefix, "swift_prefix"},
};

/// The value in use, be it written or the default.
std::string ValueOf(const pb::FileOptions& options, const pb::FieldDescriptor& option) {
  const pb::Reflection& reflection = *options.GetReflection();
  switch (option.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return reflection.GetBool(options, &option) ? "true" : "false";
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return reflection.GetEnum(options, &option)->name();
    default:
      return reflection.GetString(options, &option);
  }
}

/// Something that is said once in a file.
struct Statement {
  const finding::RuleInfo* rule;
  std::string what;
  std::string before;
  std::string after;
  proto::ElementPath path;
};

void Compare(Context& context, const FilePair& files, Statement statement) {
  if (statement.before == statement.after) {
    return;
  }
  context.Add({.rule = statement.rule,
               .message = fmt::format("File {} changed from {} to {}.",
                                      statement.what,
                                      Quoted(statement.before),
                                      Quoted(statement.after)),
               .element = files.after->name(),
               .after = {files.after, statement.path},
               .before = {files.before, statement.path}});
}

void CheckOptions(Context& context, const FilePair& files) {
  const pb::FileOptions& before = files.before->options();
  const pb::FileOptions& after = files.after->options();
  for (const OptionRule& entry : kOptionRules) {
    if (!context.Wants(*entry.rule)) {
      continue;
    }
    const pb::FieldDescriptor& option = *before.GetDescriptor()->FindFieldByName(entry.option);
    Compare(context,
            files,
            {entry.rule,
             fmt::format("option \"{}\"", entry.option),
             ValueOf(before, option),
             ValueOf(after, option),
             {kOptions, option.number()}});
  }
}

}  // namespace

void CheckFileOptions(Context& context, const FilePair& files) {
  Compare(context,
          files,
          {&kFileSameSyntax,
           "syntax",
           std::string(context.before.SyntaxOf(*files.before)),
           std::string(context.after.SyntaxOf(*files.after)),
           {kSyntax}});
  Compare(
      context,
      files,
      {&kFileSamePackage, "package", files.before->package(), files.after->package(), {kPackage}});
  CheckOptions(context, files);
}

}  // namespace accord::breaking
