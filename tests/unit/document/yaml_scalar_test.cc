#include "document/yaml_scalar.h"

#include <gtest/gtest.h>

namespace accord::document {
namespace {

struct Case {
  std::string text;
  Kind kind;
  std::string result;  // Number or string text, "true" or "false".
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.text;
}

std::string Describe(const ResolvedScalar& scalar) {
  if (scalar.kind == Kind::kBool) {
    return scalar.boolean ? "true" : "false";
  }
  return std::string(scalar.text);
}

class CoreSchema : public testing::TestWithParam<Case> {};

TEST_P(CoreSchema, ResolvesPlainScalars) {
  std::string scratch;
  const auto scalar = ResolveScalar(GetParam().text, ScalarTag::kNone, scratch);
  ASSERT_TRUE(scalar.has_value());
  EXPECT_EQ(scalar->kind, GetParam().kind);
  EXPECT_EQ(Describe(*scalar), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(Null,
                         CoreSchema,
                         testing::Values(Case{"", Kind::kNull, ""},
                                         Case{"~", Kind::kNull, ""},
                                         Case{"null", Kind::kNull, ""},
                                         Case{"Null", Kind::kNull, ""},
                                         Case{"NULL", Kind::kNull, ""}));

INSTANTIATE_TEST_SUITE_P(Bool,
                         CoreSchema,
                         testing::Values(Case{"true", Kind::kBool, "true"},
                                         Case{"True", Kind::kBool, "true"},
                                         Case{"TRUE", Kind::kBool, "true"},
                                         Case{"false", Kind::kBool, "false"},
                                         Case{"False", Kind::kBool, "false"},
                                         Case{"FALSE", Kind::kBool, "false"}));

INSTANTIATE_TEST_SUITE_P(
    Number,
    CoreSchema,
    testing::Values(
        Case{"0", Kind::kNumber, "0"},
        Case{"-0", Kind::kNumber, "-0"},
        Case{"12", Kind::kNumber, "12"},
        Case{"+1", Kind::kNumber, "1"},
        Case{"-19", Kind::kNumber, "-19"},
        Case{"017", Kind::kNumber, "17"},
        Case{"-007", Kind::kNumber, "-7"},
        Case{"000", Kind::kNumber, "0"},
        Case{"0x1F", Kind::kNumber, "31"},
        Case{"0xdeadBEEF", Kind::kNumber, "3735928559"},
        Case{"0o17", Kind::kNumber, "15"},
        Case{"0xffffffffffffffffffffffff", Kind::kNumber, "79228162514264337593543950335"},
        Case{"0x3b9aca00", Kind::kNumber, "1000000000"},
        Case{"123456789012345678901234567890", Kind::kNumber, "123456789012345678901234567890"},
        Case{"1.0", Kind::kNumber, "1.0"},
        Case{"1.", Kind::kNumber, "1.0"},
        Case{".5", Kind::kNumber, "0.5"},
        Case{"-.5", Kind::kNumber, "-0.5"},
        Case{"00.5", Kind::kNumber, "0.5"},
        Case{"1e3", Kind::kNumber, "1e3"},
        Case{"+1.E-3", Kind::kNumber, "1.0E-3"},
        Case{"1e400", Kind::kNumber, "1e400"},
        Case{".inf", Kind::kNumber, ".inf"},
        Case{"+.Inf", Kind::kNumber, ".inf"},
        Case{"-.INF", Kind::kNumber, "-.inf"},
        Case{".NaN", Kind::kNumber, ".nan"}));

// What YAML 1.1 took for something else, and near misses.
INSTANTIATE_TEST_SUITE_P(String,
                         CoreSchema,
                         testing::Values(Case{"yes", Kind::kString, "yes"},
                                         Case{"no", Kind::kString, "no"},
                                         Case{"on", Kind::kString, "on"},
                                         Case{"Off", Kind::kString, "Off"},
                                         Case{"y", Kind::kString, "y"},
                                         Case{"nULL", Kind::kString, "nULL"},
                                         Case{"tRUE", Kind::kString, "tRUE"},
                                         Case{"12:30:45", Kind::kString, "12:30:45"},
                                         Case{"2024-01-01", Kind::kString, "2024-01-01"},
                                         Case{"1_000", Kind::kString, "1_000"},
                                         Case{"0b1", Kind::kString, "0b1"},
                                         Case{"0x", Kind::kString, "0x"},
                                         Case{"0xG", Kind::kString, "0xG"},
                                         Case{"0o8", Kind::kString, "0o8"},
                                         Case{"-0x1F", Kind::kString, "-0x1F"},
                                         Case{"1.2.3", Kind::kString, "1.2.3"},
                                         Case{"1e", Kind::kString, "1e"},
                                         Case{"1e+", Kind::kString, "1e+"},
                                         Case{".", Kind::kString, "."},
                                         Case{"-", Kind::kString, "-"},
                                         Case{"+", Kind::kString, "+"},
                                         Case{".e1", Kind::kString, ".e1"},
                                         Case{"--1", Kind::kString, "--1"},
                                         Case{"-.nan", Kind::kString, "-.nan"},
                                         Case{".iNF", Kind::kString, ".iNF"},
                                         Case{"NaN", Kind::kString, "NaN"},
                                         Case{"1 2", Kind::kString, "1 2"},
                                         Case{"0x" + std::string(257, '1'),
                                              Kind::kString,
                                              "0x" + std::string(257, '1')}));

struct TagCase {
  const char* tag;
  const char* text;
  const char* result;  // nullptr: does not fit.
};

class Tags : public testing::TestWithParam<TagCase> {};

TEST_P(Tags, DecideTheKind) {
  std::string scratch;
  const auto scalar = ResolveScalar(
      GetParam().text, ToScalarTag(std::string("tag:yaml.org,2002:") + GetParam().tag), scratch);
  ASSERT_EQ(scalar.has_value(), GetParam().result != nullptr);
  if (scalar) {
    EXPECT_EQ(std::string(ToString(scalar->kind)) + " " + Describe(*scalar), GetParam().result);
  }
}

INSTANTIATE_TEST_SUITE_P(Table,
                         Tags,
                         testing::Values(TagCase{"str", "12", "string 12"},
                                         TagCase{"str", "null", "string null"},
                                         TagCase{"int", "0o10", "number 8"},
                                         TagCase{"int", "1.0", nullptr},
                                         TagCase{"int", "x", nullptr},
                                         TagCase{"float", "1", "number 1.0"},
                                         TagCase{"float", "1.5", "number 1.5"},
                                         TagCase{"float", ".inf", "number .inf"},
                                         TagCase{"float", "", nullptr},
                                         TagCase{"bool", "True", "boolean true"},
                                         TagCase{"bool", "yes", nullptr},
                                         TagCase{"null", "", "null "},
                                         TagCase{"null", "0", nullptr},
                                         TagCase{"binary", "12", "string 12"}));

TEST(Tags, UnknownOnesMakeStrings) {
  EXPECT_EQ(ToScalarTag("!Ref"), ScalarTag::kString);
  EXPECT_EQ(ToScalarTag(""), ScalarTag::kNone);
}

}  // namespace
}  // namespace accord::document
