#include <array>
#include <string_view>

#include "breaking/proto/rules.h"

namespace accord::breaking {

using finding::Audience;
using finding::RuleInfo;

namespace {

constexpr std::array kSourceOnly{Audience::kSource};
constexpr std::array kDataAndSource{Audience::kBinary, Audience::kJson, Audience::kSource};
constexpr std::array kSourceGrpcReflection{
    Audience::kSource, Audience::kGrpc, Audience::kReflection};

/// A rule about an option that only code generators look at.
constexpr RuleInfo OptionRule(std::string_view id,
                              std::string_view summary,
                              std::string_view explanation,
                              std::string_view example) {
  return {.id = id,
          .summary = summary,
          .explanation = explanation,
          .categories = "FILE PACKAGE",
          .breaks = kSourceOnly,
          .remedy =
              "Keep the value. For new generated code, publish a new version of the package "
              "with the option set as wanted there.",
          .example = example};
}

constexpr std::string_view kOtherPlace =
    "Generated code moves to another package, namespace or module: every program that imports or "
    "includes it by the old one no longer compiles.";
constexpr std::string_view kOtherNames =
    "Generated classes get other names, so that programs that use the old ones no longer compile "
    "or load.";
constexpr std::string_view kServiceCode =
    "The generic service classes are generated no longer, or now collide with those of a plugin: "
    "programs that use them do not compile.";

}  // namespace

const RuleInfo kFileSameSyntax{
    .id = "FILE_SAME_SYNTAX",
    .summary = "The syntax of a file changed.",
    .explanation =
        "The syntax decides on the presence of fields, closed or open enums, packing and checks of "
        "UTF-8. All of them change at once, and with them what generated code offers.",
    .categories = "FILE PACKAGE CSR",
    .breaks = kDataAndSource,
    .remedy = "Keep the syntax, or put the new definitions into a new file and package.",
    .example =
        "-syntax = \"proto2\";\n"
        "+syntax = \"proto3\";\n"};

const RuleInfo kFileSamePackage{
    .id = "FILE_SAME_PACKAGE",
    .summary = "The package of a file changed.",
    .explanation =
        "The package is part of every full name: paths of services, type URLs in `Any`, names of "
        "extensions and of generated code all change.",
    .categories = "FILE PACKAGE WIRE_JSON WIRE CSR",
    .breaks = kSourceGrpcReflection,
    .remedy =
        "Publish a new file with the new package beside the old one, and keep the old one "
        "until its users have moved.",
    .example =
        "-package acme.orders.v1;\n"
        "+package acme.orders.v2;\n"};

const RuleInfo kFileSameCcEnableArenas = OptionRule(
    "FILE_SAME_CC_ENABLE_ARENAS",
    "The option `cc_enable_arenas` changed.",
    "C++ code that creates its messages in an arena no longer compiles, or no longer profits, with "
    "compilers that still honour the option.",
    "+option cc_enable_arenas = false;\n");

const RuleInfo kFileSameCcGenericServices = OptionRule("FILE_SAME_CC_GENERIC_SERVICES",
                                                       "The option `cc_generic_services` changed.",
                                                       kServiceCode,
                                                       "-option cc_generic_services = true;\n");

const RuleInfo kFileSameCsharpNamespace =
    OptionRule("FILE_SAME_CSHARP_NAMESPACE",
               "The option `csharp_namespace` changed.",
               kOtherPlace,
               "-option csharp_namespace = \"Acme.Orders\";\n"
               "+option csharp_namespace = \"Acme.Orders.V1\";\n");

const RuleInfo kFileSameGoPackage =
    OptionRule("FILE_SAME_GO_PACKAGE",
               "The option `go_package` changed.",
               kOtherPlace,
               "-option go_package = \"acme.example/orders\";\n"
               "+option go_package = \"acme.example/orders/v1\";\n");

const RuleInfo kFileSameJavaGenericServices =
    OptionRule("FILE_SAME_JAVA_GENERIC_SERVICES",
               "The option `java_generic_services` changed.",
               kServiceCode,
               "-option java_generic_services = true;\n");

const RuleInfo kFileSameJavaMultipleFiles =
    OptionRule("FILE_SAME_JAVA_MULTIPLE_FILES",
               "The option `java_multiple_files` changed.",
               "Each type becomes a class of its own or one nested in the outer class: its "
               "qualified name in Java changes, and imports of it fail.",
               "+option java_multiple_files = true;\n");

const RuleInfo kFileSameJavaOuterClassname =
    OptionRule("FILE_SAME_JAVA_OUTER_CLASSNAME",
               "The option `java_outer_classname` changed.",
               kOtherNames,
               "-option java_outer_classname = \"OrdersProto\";\n"
               "+option java_outer_classname = \"OrderProtos\";\n");

const RuleInfo kFileSameJavaPackage =
    OptionRule("FILE_SAME_JAVA_PACKAGE",
               "The option `java_package` changed.",
               kOtherPlace,
               "-option java_package = \"com.acme.orders\";\n"
               "+option java_package = \"com.acme.orders.v1\";\n");

const RuleInfo kFileSameObjcClassPrefix = OptionRule("FILE_SAME_OBJC_CLASS_PREFIX",
                                                     "The option `objc_class_prefix` changed.",
                                                     kOtherNames,
                                                     "-option objc_class_prefix = \"ACM\";\n"
                                                     "+option objc_class_prefix = \"ACO\";\n");

const RuleInfo kFileSameOptimizeFor =
    OptionRule("FILE_SAME_OPTIMIZE_FOR",
               "The option `optimize_for` changed.",
               "Code for `LITE_RUNTIME` has neither descriptors nor reflection and another base "
               "class: programs that use them no longer compile or link.",
               "+option optimize_for = LITE_RUNTIME;\n");

const RuleInfo kFileSamePhpClassPrefix = OptionRule("FILE_SAME_PHP_CLASS_PREFIX",
                                                    "The option `php_class_prefix` changed.",
                                                    kOtherNames,
                                                    "-option php_class_prefix = \"Acme\";\n");

const RuleInfo kFileSamePhpMetadataNamespace =
    OptionRule("FILE_SAME_PHP_METADATA_NAMESPACE",
               "The option `php_metadata_namespace` changed.",
               kOtherPlace,
               "-option php_metadata_namespace = \"Acme\\\\Meta\";\n");

const RuleInfo kFileSamePhpNamespace =
    OptionRule("FILE_SAME_PHP_NAMESPACE",
               "The option `php_namespace` changed.",
               kOtherPlace,
               "-option php_namespace = \"Acme\\\\Orders\";\n"
               "+option php_namespace = \"Acme\\\\Orders\\\\V1\";\n");

const RuleInfo kFileSamePyGenericServices = OptionRule("FILE_SAME_PY_GENERIC_SERVICES",
                                                       "The option `py_generic_services` changed.",
                                                       kServiceCode,
                                                       "-option py_generic_services = true;\n");

const RuleInfo kFileSameRubyPackage = OptionRule("FILE_SAME_RUBY_PACKAGE",
                                                 "The option `ruby_package` changed.",
                                                 kOtherPlace,
                                                 "-option ruby_package = \"Acme::Orders\";\n"
                                                 "+option ruby_package = \"Acme::Orders::V1\";\n");

const RuleInfo kFileSameSwiftPrefix = OptionRule("FILE_SAME_SWIFT_PREFIX",
                                                 "The option `swift_prefix` changed.",
                                                 kOtherNames,
                                                 "-option swift_prefix = \"Acme\";\n");

}  // namespace accord::breaking
