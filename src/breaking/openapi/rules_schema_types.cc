#include <array>

#include "breaking/openapi/schema_arguments.h"
#include "breaking/openapi/schema_rules.h"

namespace accord::breaking::api {
namespace {

using Edit = SchemaEdit;
using Facet = SchemaFacet;

constexpr std::array kRows{
    SchemaEditRow{
        .edit = Edit::kTypeChanged,
        .pattern = "{}-type-changed",
        .levels = "EE-EW- EE-E",
        .facet = Facet::kType,
        .leaning = Leaning::kEither,
        .arguments = &arguments::kType,
        .summary = "The type or format of {} is another one.",
        .message = "the {0} changed from '{1}' to '{2}'",
        .before = R"({"type": "boolean"})",
        .after = R"({"type": "object"})",
        .quiet_when_read_only = true,
    },
    SchemaEditRow{
        .edit = Edit::kTypeGeneralized,
        .pattern = "{}-type-generalized",
        .levels = "II-II- EE-E",
        .facet = Facet::kType,
        .leaning = Leaning::kWider,
        .arguments = &arguments::kType,
        .summary = "The type or format of {} takes in more than before.",
        .message = "the {0} was generalized from '{1}' to '{2}'",
        .before = R"({"type": "integer"})",
        .after = R"({"type": "number"})",
        .quiet_when_read_only = true,
    },
    SchemaEditRow{
        .edit = Edit::kTypeSpecialized,
        .pattern = "{}-type-specialized",
        .levels = "----E- II-I",
        .facet = Facet::kType,
        .leaning = Leaning::kNarrower,
        .arguments = &arguments::kType,
        .summary = "The type or format of {} takes in less than before.",
        .message = "the {0} was specialized from '{1}' to '{2}'",
        .before = R"({"type": "number"})",
        .after = R"({"type": "integer"})",
        .quiet_when_read_only = true,
    },
    SchemaEditRow{
        .edit = Edit::kTypeCompatible,
        .pattern = "{}-type-compatible",
        .levels = "II---- II-I",
        .facet = Facet::kType,
        .leaning = Leaning::kNone,
        .arguments = &arguments::kType,
        .summary = "The type of {} is another one, which makes no difference as text.",
        .message = "the {0} changed from '{1}' to '{2}', which is the same as text",
        .before = R"({"type": "integer"})",
        .after = R"({"type": "string"})",
        .quiet_when_read_only = true,
        .text_only = true,
    },
    SchemaEditRow{
        .edit = Edit::kBecameNullable,
        .pattern = "{}-became-nullable",
        .levels = "II-II- EE-E",
        .facet = Facet::kRequiredness,
        .leaning = Leaning::kWider,
        .arguments = &arguments::kNullable,
        .summary = "The value of {} may be null now.",
        .message = "null is allowed now",
        .before = R"({"type": "string"})",
        .after = R"({"type": ["string", "null"]})",
    },
    SchemaEditRow{
        .edit = Edit::kBecameNotNullable,
        .pattern = "{}-became-not-nullable",
        .levels = "EE-EE- II-I",
        .facet = Facet::kRequiredness,
        .leaning = Leaning::kNarrower,
        .arguments = &arguments::kNullable,
        .summary = "The value of {} may no longer be null.",
        .message = "null is no longer allowed",
        .before = R"({"type": ["string", "null"]})",
        .after = R"({"type": "string"})",
    },
    SchemaEditRow{
        .edit = Edit::kTypesWidened,
        .pattern = "{}-list-of-types-widened",
        .levels = "II-II- EE-~",
        .facet = Facet::kType,
        .leaning = Leaning::kWider,
        .arguments = &arguments::kTypes,
        .summary = "There is one more type that the value of {} may have.",
        .message = "values of type {0} are allowed, too",
        .before = R"({"type": "string"})",
        .after = R"({"oneOf": [{"type": "string"}, {"type": "integer"}]})",
        .quiet_when_read_only = true,
    },
    SchemaEditRow{
        .edit = Edit::kTypesNarrowed,
        .pattern = "{}-list-of-types-narrowed",
        .levels = "EE-EE- II-~",
        .facet = Facet::kType,
        .leaning = Leaning::kNarrower,
        .arguments = &arguments::kTypes,
        .summary = "There is one type less that the value of {} may have.",
        .message = "values of type {0} are no longer allowed",
        .before = R"({"oneOf": [{"type": "string"}, {"type": "integer"}]})",
        .after = R"({"type": "string"})",
        .quiet_when_read_only = true,
    },
    SchemaEditRow{
        .edit = Edit::kForbidden,
        .pattern = "{}-forbidden",
        .levels = "~~-~~- ~~-~",
        .facet = Facet::kType,
        .leaning = Leaning::kNarrower,
        .arguments = &arguments::kBare,
        .summary = "No value is allowed for {} any more.",
        .message = "no value is allowed any more",
        .before = R"({"type": "string"})",
        .after = "false",
        .quiet_when_read_only = true,
    },
    SchemaEditRow{
        .edit = Edit::kAllowed,
        .pattern = "{}-allowed",
        .levels = "~~-~~- ~~-~",
        .facet = Facet::kType,
        .leaning = Leaning::kWider,
        .arguments = &arguments::kBare,
        .summary = "There are values that are allowed for {}; before, there were none.",
        .message = "there are values that are allowed now",
        .before = "false",
        .after = R"({"type": "string"})",
        .quiet_when_read_only = true,
    },
};

}  // namespace

std::span<const SchemaEditRow> TypeRows() {
  return kRows;
}

}  // namespace accord::breaking::api
