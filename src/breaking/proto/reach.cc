#include "breaking/proto/reach.h"

#include <deque>
#include <utility>
#include <vector>

#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/unknown_field_set.h>

#include "breaking/proto/elements.h"

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

// google/longrunning/operations.proto.
constexpr int kOperationInfo = 1049;
constexpr std::array kOperationTypes = {1, 2};  // response_type, metadata_type.

constexpr std::size_t kSteps = 6;  // Of a way, before its middle is left out.

/// Texts of the given field numbers in a message nobody has a definition for.
std::vector<std::string> OperationTypes(const pb::MethodDescriptor& method) {
  std::vector<std::string> names;
  const pb::UnknownFieldSet& options = method.options().unknown_fields();
  for (int i = 0; i < options.field_count(); ++i) {
    const pb::UnknownField& option = options.field(i);
    pb::UnknownFieldSet info;
    if (option.number() != kOperationInfo ||
        option.type() != pb::UnknownField::TYPE_LENGTH_DELIMITED ||
        !info.ParseFromString(option.length_delimited())) {
      continue;
    }
    for (int f = 0; f < info.field_count(); ++f) {
      const pb::UnknownField& field = info.field(f);
      if (field.type() == pb::UnknownField::TYPE_LENGTH_DELIMITED &&
          (field.number() == kOperationTypes[0] || field.number() == kOperationTypes[1])) {
        names.push_back(field.length_delimited());
      }
    }
  }
  return names;
}

/// By the package of the method, or by its full name.
const pb::Descriptor* FindNear(const pb::MethodDescriptor& method, const std::string& name) {
  const pb::DescriptorPool* pool = method.file()->pool();
  const std::string& package = method.file()->package();
  const pb::Descriptor* found =
      package.empty() ? nullptr : pool->FindMessageTypeByName(package + "." + name);
  return found != nullptr ? found : pool->FindMessageTypeByName(name);
}

}  // namespace

/// Walks breadth first, so that the first step to a type belongs to a shortest way.
class Reach::Walker {
 public:
  Walker(const proto::Image& image, Reach& reach) : image_(image), reach_(reach) {
    ForEachExtension(image, [this](const pb::FieldDescriptor& extension) {
      extensions_[extension.containing_type()].push_back(&extension);
    });
  }

  void Walk(std::size_t side) {
    side_ = side;
    for (const pb::FileDescriptor* file : image_.files()) {
      for (int s = 0; s < file->service_count(); ++s) {
        for (int m = 0; m < file->service(s)->method_count(); ++m) {
          Start(*file->service(s)->method(m));
        }
      }
    }
    while (!queue_.empty()) {
      const pb::Descriptor* message = queue_.front();
      queue_.pop_front();
      Expand(*message);
    }
  }

 private:
  void Start(const pb::MethodDescriptor& method) {
    if (side_ == 0) {
      Visit(method.input_type(), {nullptr, &method});
      return;
    }
    Visit(method.output_type(), {nullptr, &method});
    for (const std::string& name : OperationTypes(method)) {
      if (const pb::Descriptor* type = FindNear(method, name); type != nullptr) {
        Visit(type, {nullptr, &method});
      }
    }
  }

  void Expand(const pb::Descriptor& message) {
    for (int i = 0; i < message.field_count(); ++i) {
      Follow(*message.field(i));
    }
    if (message.extension_range_count() == 0) {
      return;
    }
    if (const auto found = extensions_.find(&message); found != extensions_.end()) {
      for (const pb::FieldDescriptor* extension : found->second) {
        Follow(*extension);
      }
    }
  }

  void Follow(const pb::FieldDescriptor& field) {
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      Visit(field.message_type(), {&field, nullptr});
    } else if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
      Mark(field.enum_type(), {&field, nullptr});
    }
  }

  void Visit(const pb::Descriptor* message, Step step) {
    if (Mark(message, step)) {
      queue_.push_back(message);
    }
  }

  bool Mark(const void* type, Step step) {
    Step& known = reach_.nodes_[type].steps[side_];
    if (known.field != nullptr || known.method != nullptr) {
      return false;
    }
    known = step;
    return true;
  }

  const proto::Image& image_;
  Reach& reach_;
  std::size_t side_ = 0;
  std::unordered_map<const pb::Descriptor*, std::vector<const pb::FieldDescriptor*>> extensions_;
  std::deque<const pb::Descriptor*> queue_;
};

Reach Reach::Of(const proto::Image& image) {
  Reach reach(image.pool());
  Walker walker(image, reach);
  walker.Walk(0);
  walker.Walk(1);
  return reach;
}

const void* Reach::Find(std::string_view full_name) const {
  const std::string name(full_name);
  const pb::Descriptor* message = pool_->FindMessageTypeByName(name);
  return message != nullptr ? static_cast<const void*>(message) : pool_->FindEnumTypeByName(name);
}

Reach::Use Reach::UseOfType(const void* type) const {
  const auto found = nodes_.find(type);
  if (found == nodes_.end()) {
    return {};
  }
  const auto reached = [](const Step& step) {
    return step.field != nullptr || step.method != nullptr;
  };
  return {reached(found->second.steps[0]), reached(found->second.steps[1])};
}

std::string Reach::WayTo(std::string_view full_name) const {
  const void* type = Find(full_name);
  const std::size_t side = UseOfType(type).request ? 0 : 1;
  std::vector<std::string> steps;  // The last one first.
  for (auto node = nodes_.find(type); node != nodes_.end();) {
    const Step& step = node->second.steps[side];
    if (step.method != nullptr) {
      steps.push_back(step.method->service()->name() + "." + step.method->name());
    }
    if (step.field == nullptr) {
      break;
    }
    const pb::Descriptor* holder = step.field->containing_type();
    if (!holder->options().map_entry()) {
      steps.push_back(holder->name() + "." + step.field->name());
    }
    node = nodes_.find(holder);
  }
  std::string way;
  for (std::size_t i = steps.size(); i > 0; --i) {
    if (steps.size() > kSteps && i > 2 && i < steps.size() - 1) {
      way += i == 3 ? " → …" : "";
      continue;
    }
    way += (way.empty() ? "" : " → ") + steps[i - 1];
  }
  return way;
}

const pb::MethodDescriptor* Reach::MethodTo(std::string_view full_name) const {
  const void* type = Find(full_name);
  const std::size_t side = UseOfType(type).request ? 0 : 1;
  auto node = nodes_.find(type);
  while (node != nodes_.end() && node->second.steps[side].field != nullptr) {
    node = nodes_.find(node->second.steps[side].field->containing_type());
  }
  return node == nodes_.end() ? nullptr : node->second.steps[side].method;
}

}  // namespace accord::breaking
