#include "accord/proto/recorded_call.h"

#include <memory>

#include <fmt/format.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/descriptor_database.h>
#include <google/protobuf/dynamic_message.h>

namespace accord::proto {
namespace {

namespace pb = google::protobuf;

/// The method of `Service/Method`; the package may be left out.
const pb::MethodDescriptor* FindMethod(const pb::DescriptorPool& pool,
                                       const pb::FileDescriptorSet& files,
                                       std::string_view name) {
  if (name.starts_with('.')) {
    name.remove_prefix(1);
  }
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos) {
    return nullptr;
  }
  const std::string service(name.substr(0, slash));
  const std::string method(name.substr(slash + 1));
  for (const pb::FileDescriptorProto& file : files.file()) {
    const pb::FileDescriptor* known = pool.FindFileByName(file.name());
    for (int i = 0; known != nullptr && i < known->service_count(); ++i) {
      const pb::ServiceDescriptor* candidate = known->service(i);
      if (candidate->full_name() == service || candidate->name() == service) {
        return candidate->FindMethodByName(method);
      }
    }
  }
  return nullptr;
}

/// Walks a message; the depth is that of the binary format's own limit.
class Collector {
 public:
  explicit Collector(std::set<std::string>& names) : names_(names) {}

  void Visit(const pb::Message& message) {
    names_.insert(message.GetDescriptor()->full_name());
    std::vector<const pb::FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const pb::FieldDescriptor* field : fields) {
      names_.insert(field->full_name());
      if (const pb::OneofDescriptor* oneof = field->real_containing_oneof()) {
        names_.insert(oneof->full_name());
      }
      VisitValues(message, *field);
    }
  }

 private:
  void VisitValues(const pb::Message& message, const pb::FieldDescriptor& field) {
    const pb::Reflection& reflection = *message.GetReflection();
    if (field.is_repeated()) {
      for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
        if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
          Visit(reflection.GetRepeatedMessage(message, &field, i));
        } else if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
          AddValue(*reflection.GetRepeatedEnum(message, &field, i));
        }
      }
    } else if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      Visit(reflection.GetMessage(message, &field));
    } else if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
      AddValue(*reflection.GetEnum(message, &field));
    }
  }

  void AddValue(const pb::EnumValueDescriptor& value) {
    names_.insert(value.type()->full_name());
    names_.insert(value.full_name());
    names_.insert(value.type()->full_name() + "." + value.name());
  }

  std::set<std::string>& names_;
};

base::Result<void> AddPayloads(const std::vector<std::string>& payloads,
                               const pb::Descriptor& type,
                               pb::DynamicMessageFactory& factory,
                               std::set<std::string>& names) {
  names.insert(type.full_name());
  for (const std::string& payload : payloads) {
    const std::unique_ptr<pb::Message> message(factory.GetPrototype(&type)->New());
    if (!message->ParsePartialFromString(payload)) {
      return base::InputError(fmt::format("a payload is no message '{}'", type.full_name()));
    }
    Collector(names).Visit(*message);
  }
  return {};
}

}  // namespace

base::Result<std::set<std::string>> UsedElements(const RecordedCall& call) {
  pb::FileDescriptorSet files;
  if (!files.ParseFromArray(call.descriptors.data(), static_cast<int>(call.descriptors.size()))) {
    return base::InputError("the definitions are no descriptor set");
  }
  pb::SimpleDescriptorDatabase database;
  for (const pb::FileDescriptorProto& file : files.file()) {
    database.Add(file);
  }
  const pb::DescriptorPool pool(&database);
  const pb::MethodDescriptor* method = FindMethod(pool, files, call.method);
  if (method == nullptr) {
    return base::InputError(fmt::format("the definitions have no method '{}'", call.method));
  }
  std::set<std::string> names{method->service()->full_name(), method->full_name()};
  pb::DynamicMessageFactory factory;
  if (const auto added = AddPayloads(call.requests, *method->input_type(), factory, names);
      !added) {
    return added.error();
  }
  if (const auto added = AddPayloads(call.responses, *method->output_type(), factory, names);
      !added) {
    return added.error();
  }
  return names;
}

}  // namespace accord::proto
