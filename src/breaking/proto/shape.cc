#include "breaking/proto/shape.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "breaking/proto/elements.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

class Writer {
 public:
  Writer(const std::string& root, const TypeLabel& label) : root_(root), label_(label) {}

  void Write(const pb::Descriptor& message) {
    std::map<int, const pb::FieldDescriptor*> fields;
    for (int i = 0; i < message.field_count(); ++i) {
      fields.emplace(message.field(i)->number(), message.field(i));
    }
    for (const auto& [number, field] : fields) {
      Write(*field);
    }
    std::map<std::string_view, const pb::Descriptor*> messages;
    for (int i = 0; i < message.nested_type_count(); ++i) {
      messages.emplace(message.nested_type(i)->name(), message.nested_type(i));
    }
    for (const auto& [name, nested] : messages) {
      text_ += fmt::format("m {} {{\n", name);
      Write(*nested);
      text_ += "}\n";
    }
    std::map<std::string_view, const pb::EnumDescriptor*> enums;
    for (int i = 0; i < message.enum_type_count(); ++i) {
      enums.emplace(message.enum_type(i)->name(), message.enum_type(i));
    }
    for (const auto& [name, nested] : enums) {
      text_ += fmt::format("e {} {{\n", name);
      Write(*nested);
      text_ += "}\n";
    }
  }

  void Write(const pb::EnumDescriptor& type) {
    std::set<std::pair<int, std::string_view>> values;
    for (int i = 0; i < type.value_count(); ++i) {
      values.emplace(type.value(i)->number(), type.value(i)->name());
    }
    for (const auto& [number, name] : values) {
      text_ += fmt::format("{} {}\n", number, name);
    }
  }

  void Write(const pb::ServiceDescriptor& service) {
    std::map<std::string_view, const pb::MethodDescriptor*> methods;
    for (int i = 0; i < service.method_count(); ++i) {
      methods.emplace(service.method(i)->name(), service.method(i));
    }
    for (const auto& [name, method] : methods) {
      text_ += fmt::format("{} {}{} {}{}\n",
                           name,
                           method->client_streaming() ? "stream " : "",
                           NameOf(*method->input_type()),
                           method->server_streaming() ? "stream " : "",
                           NameOf(*method->output_type()));
    }
  }

  std::string Take() { return std::move(text_); }

 private:
  void Write(const pb::FieldDescriptor& field) {
    text_ += fmt::format("{} {} {} {} {}",
                         field.number(),
                         field.name(),
                         field.type_name(),
                         static_cast<int>(field.label()),
                         field.has_presence());
    if (field.message_type() != nullptr) {
      text_ += ' ' + NameOf(*field.message_type());
    }
    if (field.enum_type() != nullptr) {
      text_ += ' ' + NameOf(*field.enum_type());
    }
    if (field.real_containing_oneof() != nullptr) {
      text_ += " in " + field.real_containing_oneof()->name();
    }
    text_ += '\n';
  }

  template <typename T>
  std::string NameOf(const T& type) const {
    const std::string& name = type.full_name();
    const bool inside =
        name.starts_with(root_) && (name.size() == root_.size() || name[root_.size()] == '.');
    return inside ? "." + name.substr(root_.size()) : label_({name, NestedName(type)});
  }

  const std::string& root_;
  const TypeLabel& label_;
  std::string text_;
};

template <typename T>
std::string Write(const T& element, const TypeLabel& label) {
  Writer writer(element.full_name(), label);
  writer.Write(element);
  return writer.Take();
}

}  // namespace

std::string ShapeOf(const pb::Descriptor& message, const TypeLabel& label) {
  return Write(message, label);
}

std::string ShapeOf(const pb::EnumDescriptor& type, const TypeLabel& label) {
  return Write(type, label);
}

std::string ShapeOf(const pb::ServiceDescriptor& service, const TypeLabel& label) {
  return Write(service, label);
}

}  // namespace accord::breaking
