#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "breaking/proto/context.h"

namespace accord::breaking {

/// One custom option of one element, decoded by the definitions of its image; found by the number
/// of its extension.
class CustomOption {
 public:
  /// Not set.
  CustomOption() = default;
  CustomOption(const proto::Image& image, const google::protobuf::Message& options, int number);

  bool set() const { return field_ != nullptr; }
  /// Of an option whose type is a message; nullptr otherwise.
  const google::protobuf::Message* message() const;
  /// Of a bool; false otherwise.
  bool flag() const;
  /// Of a repeated string.
  std::vector<std::string> texts() const;
  /// Of a repeated enum: its numbers.
  std::vector<int> numbers() const;

 private:
  std::unique_ptr<google::protobuf::Message> options_;
  const google::protobuf::FieldDescriptor* field_ = nullptr;
};

/// Whether the bytes of an option are equal in both; then it need not be decoded to be compared.
bool SameBytes(const google::protobuf::Message& before,
               const google::protobuf::Message& after,
               int number);

/// A field of `message` by its name; empty when there is no such field of that type.
std::string TextOf(const google::protobuf::Message& message, std::string_view field);
bool FlagOf(const google::protobuf::Message& message, std::string_view field);
/// The message a field is set to; nullptr when it is not.
const google::protobuf::Message* MessageOf(const google::protobuf::Message& message,
                                           std::string_view field);
/// The elements of a repeated message field.
std::vector<const google::protobuf::Message*> MessagesOf(const google::protobuf::Message& message,
                                                         std::string_view field);

/// A path of an option below its element, cut shorter and shorter: how much of it is written
/// depends on how the option is spelled. `steps` is the full one.
template <typename T>
std::vector<Place> PlacesOf(const T& element, std::vector<int> steps) {
  std::vector<Place> places;
  for (; steps.size() >= 2; steps.pop_back()) {
    places.push_back(PlaceOf(element));
    places.back().path.insert(places.back().path.end(), steps.begin(), steps.end());
  }
  places.push_back(PlaceOf(element));
  return places;
}

/// Sets where a draft stands now, or stood: the first place that is written.
void SetAfter(Draft& draft, std::vector<Place> places);
void SetBefore(Draft& draft, std::vector<Place> places);

/// `Field "2" with name "region" on message "Order"`, as messages of findings name a field.
std::string FieldLabel(const google::protobuf::FieldDescriptor& field);
/// `RPC "GetOrder" on service "Orders"`.
std::string MethodLabel(const google::protobuf::MethodDescriptor& method);

}  // namespace accord::breaking
