#include "breaking/proto/custom_option.h"

#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/message.h>
#include <google/protobuf/unknown_field_set.h>

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Field = pb::FieldDescriptor;

// What the generated options class kept of an extension that it does not know.
std::string BytesOf(const pb::Message& options, int number) {
  const pb::UnknownFieldSet& unknown = options.GetReflection()->GetUnknownFields(options);
  pb::UnknownFieldSet chosen;
  for (int i = 0; i < unknown.field_count(); ++i) {
    if (unknown.field(i).number() == number) {
      chosen.AddField(unknown.field(i));
    }
  }
  std::string bytes;
  chosen.SerializeToString(&bytes);
  return bytes;
}

bool Mentions(const pb::Message& options, int number) {
  const pb::UnknownFieldSet& unknown = options.GetReflection()->GetUnknownFields(options);
  for (int i = 0; i < unknown.field_count(); ++i) {
    if (unknown.field(i).number() == number) {
      return true;
    }
  }
  return false;
}

const Field* FindField(const pb::Message& message, std::string_view name, Field::CppType type) {
  const Field* field = message.GetDescriptor()->FindFieldByName(std::string(name));
  return field != nullptr && field->cpp_type() == type ? field : nullptr;
}

void Set(Place& first, std::vector<Place>& others, std::vector<Place> places) {
  if (places.empty()) {
    return;
  }
  first = std::move(places.front());
  others.assign(std::make_move_iterator(places.begin() + 1), std::make_move_iterator(places.end()));
}

}  // namespace

CustomOption::CustomOption(const proto::Image& image, const pb::Message& options, int number) {
  if (!Mentions(options, number)) {
    return;
  }
  options_ = image.DecodeOptions(options);
  if (options_ == nullptr) {
    return;
  }
  std::vector<const Field*> fields;
  options_->GetReflection()->ListFields(*options_, &fields);
  for (const Field* field : fields) {
    if (field->is_extension() && field->number() == number) {
      field_ = field;
    }
  }
}

const pb::Message* CustomOption::message() const {
  return field_ != nullptr && !field_->is_repeated() && field_->cpp_type() == Field::CPPTYPE_MESSAGE
             ? &options_->GetReflection()->GetMessage(*options_, field_)
             : nullptr;
}

bool CustomOption::flag() const {
  return field_ != nullptr && !field_->is_repeated() && field_->cpp_type() == Field::CPPTYPE_BOOL &&
         options_->GetReflection()->GetBool(*options_, field_);
}

std::vector<std::string> CustomOption::texts() const {
  std::vector<std::string> texts;
  if (field_ != nullptr && field_->is_repeated() && field_->cpp_type() == Field::CPPTYPE_STRING) {
    for (int i = 0; i < options_->GetReflection()->FieldSize(*options_, field_); ++i) {
      texts.push_back(options_->GetReflection()->GetRepeatedString(*options_, field_, i));
    }
  }
  return texts;
}

std::vector<int> CustomOption::numbers() const {
  std::vector<int> numbers;
  if (field_ != nullptr && field_->is_repeated() && field_->cpp_type() == Field::CPPTYPE_ENUM) {
    for (int i = 0; i < options_->GetReflection()->FieldSize(*options_, field_); ++i) {
      numbers.push_back(options_->GetReflection()->GetRepeatedEnumValue(*options_, field_, i));
    }
  }
  return numbers;
}

bool SameBytes(const pb::Message& before, const pb::Message& after, int number) {
  return BytesOf(before, number) == BytesOf(after, number);
}

std::string TextOf(const pb::Message& message, std::string_view field) {
  const Field* found = FindField(message, field, Field::CPPTYPE_STRING);
  return found == nullptr || found->is_repeated()
             ? std::string()
             : message.GetReflection()->GetString(message, found);
}

bool FlagOf(const pb::Message& message, std::string_view field) {
  const Field* found = FindField(message, field, Field::CPPTYPE_BOOL);
  return found != nullptr && !found->is_repeated() &&
         message.GetReflection()->GetBool(message, found);
}

const pb::Message* MessageOf(const pb::Message& message, std::string_view field) {
  const Field* found = FindField(message, field, Field::CPPTYPE_MESSAGE);
  return found != nullptr && !found->is_repeated() &&
                 message.GetReflection()->HasField(message, found)
             ? &message.GetReflection()->GetMessage(message, found)
             : nullptr;
}

std::vector<const pb::Message*> MessagesOf(const pb::Message& message, std::string_view field) {
  std::vector<const pb::Message*> messages;
  const Field* found = FindField(message, field, Field::CPPTYPE_MESSAGE);
  if (found != nullptr && found->is_repeated()) {
    for (int i = 0; i < message.GetReflection()->FieldSize(message, found); ++i) {
      messages.push_back(&message.GetReflection()->GetRepeatedMessage(message, found, i));
    }
  }
  return messages;
}

void SetAfter(Draft& draft, std::vector<Place> places) {
  Set(draft.after, draft.fallback, std::move(places));
}

void SetBefore(Draft& draft, std::vector<Place> places) {
  Set(draft.before, draft.before_fallback, std::move(places));
}

std::string FieldLabel(const Field& field) {
  return fmt::format(R"({} "{}" with name "{}" on message "{}")",
                     field.is_extension() ? "Extension" : "Field",
                     field.number(),
                     field.is_extension() ? field.full_name() : field.name(),
                     field.is_extension() ? field.containing_type()->full_name()
                                          : field.containing_type()->name());
}

std::string MethodLabel(const pb::MethodDescriptor& method) {
  return fmt::format(R"(RPC "{}" on service "{}")", method.name(), method.service()->name());
}

}  // namespace accord::breaking
