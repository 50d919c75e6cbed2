#include "accord/proto/json_schema.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include "accord/proto/image.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;
using pb::FieldDescriptor;

/// Messages that JSON has a form of its own for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kOwnForms = {{
    {"Any",
     R"({"type": "object", "properties": {"@type": {"type": "string"}}, "required": ["@type"],
         "additionalProperties": {}})"},
    {"BoolValue", R"({"type": "boolean"})"},
    {"BytesValue", R"({"type": "string", "pattern": "^[A-Za-z0-9+/_-]*={0,2}$"})"},
    {"DoubleValue",
     R"({"anyOf": [{"type": "number"}, {"enum": ["NaN", "Infinity", "-Infinity"]}]})"},
    {"Duration", R"({"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,9})?s$"})"},
    {"FieldMask", R"({"type": "string"})"},
    {"FloatValue",
     R"({"anyOf": [{"type": "number"}, {"enum": ["NaN", "Infinity", "-Infinity"]}]})"},
    {"Int32Value", R"({"type": "integer", "minimum": -2147483648, "maximum": 2147483647})"},
    {"Int64Value", R"({"type": "string", "pattern": "^-?[0-9]+$"})"},
    {"ListValue", R"({"type": "array"})"},
    {"StringValue", R"({"type": "string"})"},
    {"Struct", R"({"type": "object", "additionalProperties": {}})"},
    {"Timestamp", R"({"type": "string", "format": "date-time"})"},
    {"UInt32Value", R"({"type": "integer", "minimum": 0, "maximum": 4294967295})"},
    {"UInt64Value", R"({"type": "string", "pattern": "^[0-9]+$"})"},
    {"Value", "{}"},
}};

std::string_view OwnForm(std::string_view name) {
  const auto* const found = std::find_if(
      kOwnForms.begin(), kOwnForms.end(), [&](const auto& form) { return form.first == name; });
  return found != kOwnForms.end() ? found->second : std::string_view();
}

/// The form of a value that is no message and no enum: that of the message which wraps one.
std::string_view ScalarForm(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return OwnForm("Int32Value");
    case FieldDescriptor::CPPTYPE_INT64:
      return OwnForm("Int64Value");
    case FieldDescriptor::CPPTYPE_UINT32:
      return OwnForm("UInt32Value");
    case FieldDescriptor::CPPTYPE_UINT64:
      return OwnForm("UInt64Value");
    case FieldDescriptor::CPPTYPE_DOUBLE:
    case FieldDescriptor::CPPTYPE_FLOAT:
      return OwnForm("DoubleValue");
    case FieldDescriptor::CPPTYPE_BOOL:
      return OwnForm("BoolValue");
    default:
      return OwnForm(field.type() == FieldDescriptor::TYPE_BYTES ? "BytesValue" : "StringValue");
  }
}

/// The names of the keys of a map, which are texts.
std::string_view KeyForm(const FieldDescriptor& key) {
  switch (key.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return "{}";
    case FieldDescriptor::CPPTYPE_BOOL:
      return R"({"enum": ["true", "false"]})";
    default:
      return R"({"pattern": "^-?[0-9]+$"})";
  }
}

class SchemaWriter {
 public:
  explicit SchemaWriter(const Image& image) : image_(image) {}

  document::DocumentPtr Run() {
    builder_.StartObject();
    builder_.Key("$defs");
    builder_.StartObject();
    for (const pb::FileDescriptor* file : image_.files()) {
      AddFile(*file);
    }
    builder_.EndObject();
    builder_.EndObject();
    return builder_.Finish();
  }

 private:
  /// With what it imports.
  void AddFile(const pb::FileDescriptor& file) {
    std::vector<const pb::FileDescriptor*> open = {&file};
    while (!open.empty()) {
      const pb::FileDescriptor& next = *open.back();
      open.pop_back();
      if (!seen_.insert(&next).second) {
        continue;
      }
      for (int i = 0; i < next.dependency_count(); ++i) {
        open.push_back(next.dependency(i));
      }
      for (int i = 0; i < next.message_type_count(); ++i) {
        AddMessages(*next.message_type(i));
      }
    }
  }

  /// With those inside of it.
  void AddMessages(const pb::Descriptor& outermost) {
    std::vector<const pb::Descriptor*> open = {&outermost};
    while (!open.empty()) {
      const pb::Descriptor& next = *open.back();
      open.pop_back();
      if (!next.options().map_entry()) {
        AddMessage(next);
      }
      for (int i = 0; i < next.nested_type_count(); ++i) {
        open.push_back(next.nested_type(i));
      }
    }
  }

  void AddMessage(const pb::Descriptor& message) {
    builder_.Key(message.full_name());
    const bool well_known = IsWellKnown(message.file()->name());
    if (const std::string_view own = well_known ? OwnForm(message.name()) : ""; !own.empty()) {
      Add(own);
      return;
    }
    builder_.StartObject();
    builder_.Key("type");
    builder_.String("object");
    builder_.Key("properties");
    builder_.StartObject();
    for (int i = 0; i < message.field_count(); ++i) {
      AddField(*message.field(i));
    }
    builder_.EndObject();
    AddRequired(message);
    AddOneofs(message);
    if (message.extension_range_count() > 0) {
      builder_.Key("patternProperties");  // Extensions are written as `[acme.extension]`.
      Add(R"({"^\\[.+\\]$": {}})");
    }
    builder_.Key("additionalProperties");
    builder_.Bool(false);
    builder_.EndObject();
  }

  static std::vector<std::string> NamesOf(const FieldDescriptor& field) {
    std::vector<std::string> names = {field.json_name()};
    if (field.name() != field.json_name()) {
      names.push_back(field.name());
    }
    return names;
  }

  void AddField(const FieldDescriptor& field) {
    for (const std::string& name : NamesOf(field)) {
      builder_.Key(name);
      if (field.is_map()) {
        builder_.StartObject();
        builder_.Key("type");
        builder_.String("object");
        builder_.Key("propertyNames");
        Add(KeyForm(*field.message_type()->map_key()));
        builder_.Key("additionalProperties");
        AddValue(*field.message_type()->map_value());
        builder_.EndObject();
      } else if (field.is_repeated()) {
        builder_.StartObject();
        builder_.Key("type");
        builder_.String("array");
        builder_.Key("items");
        AddValue(field);
        builder_.EndObject();
      } else {
        AddValue(field);
      }
    }
  }

  void AddValue(const FieldDescriptor& field) {
    if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      builder_.StartObject();
      builder_.Key("$ref");
      builder_.String("#/$defs/" + field.message_type()->full_name());
      builder_.EndObject();
    } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
      AddEnum(*field.enum_type());
    } else {
      Add(ScalarForm(field));
    }
  }

  void AddEnum(const pb::EnumDescriptor& type) {
    builder_.StartObject();
    if (type.full_name() == "google.protobuf.NullValue") {
      builder_.Key("type");
      builder_.String("null");
    } else {
      builder_.Key("enum");
      builder_.StartArray();
      for (int i = 0; i < type.value_count(); ++i) {
        builder_.String(type.value(i)->name());
      }
      builder_.EndArray();
    }
    builder_.EndObject();
  }

  /// A field without presence always has a value; one that is left out says which.
  void AddRequired(const pb::Descriptor& message) {
    builder_.Key("required");
    builder_.StartArray();
    for (int i = 0; i < message.field_count(); ++i) {
      const FieldDescriptor& field = *message.field(i);
      const Features::Presence presence = image_.FeaturesOf(field).presence;
      const bool always = presence == Features::Presence::kLegacyRequired ||
                          (presence == Features::Presence::kImplicit && !field.is_repeated());
      if (always) {
        builder_.String(field.json_name());
      }
    }
    builder_.EndArray();
  }

  /// Of the fields of a oneof, only one is there.
  void AddOneofs(const pb::Descriptor& message) {
    if (message.real_oneof_decl_count() == 0) {
      return;
    }
    builder_.Key("dependentSchemas");
    builder_.StartObject();
    for (int i = 0; i < message.real_oneof_decl_count(); ++i) {
      const pb::OneofDescriptor& oneof = *message.oneof_decl(i);
      for (int n = 0; n < oneof.field_count(); ++n) {
        for (const std::string& name : NamesOf(*oneof.field(n))) {
          builder_.Key(name);
          ForbidOthers(oneof, n);
        }
      }
    }
    builder_.EndObject();
  }

  void ForbidOthers(const pb::OneofDescriptor& oneof, int taken) {
    builder_.StartObject();
    builder_.Key("properties");
    builder_.StartObject();
    for (int i = 0; i < oneof.field_count(); ++i) {
      for (const std::string& name : NamesOf(*oneof.field(i))) {
        if (i != taken) {
          builder_.Key(name);
          builder_.Bool(false);
        }
      }
    }
    builder_.EndObject();
    builder_.EndObject();
  }

  void Add(std::string_view json) {
    builder_.Copy(document::Parse("", std::string(json)).document->root());
  }

  const Image& image_;
  document::Builder builder_;
  std::set<const pb::FileDescriptor*> seen_;
};

}  // namespace

JsonSchemas MakeJsonSchemas(const std::shared_ptr<const Sources>& sources,
                            std::vector<finding::Finding>& findings) {
  std::vector<std::string> paths;
  for (const SourceEntry& entry : sources->entries()) {
    paths.push_back(entry.path);
  }
  const std::unique_ptr<Image> image = Image::Compile(sources, paths, findings);
  JsonSchemas out;
  out.schemas = SchemaWriter(*image).Run();
  for (const pb::FileDescriptor* file : image->files()) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      out.messages.push_back(file->message_type(i)->full_name());
    }
  }
  return out;
}

}  // namespace accord::proto
