#include "breaking/proto/witness_search.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/text_format.h>

#include "breaking/proto/moves.h"
#include "breaking/proto/reading.h"
#include "breaking/proto/witness_sample.h"

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

constexpr int kVariants = 20;  // Of one value, before it is believed to be safe.

/// The map field that an entry belongs to.
const pb::FieldDescriptor* MapOf(const pb::Descriptor& entry) {
  const pb::Descriptor* holder = entry.containing_type();
  for (int i = 0; holder != nullptr && i < holder->field_count(); ++i) {
    if (holder->field(i)->message_type() == &entry) {
      return holder->field(i);
    }
  }
  return nullptr;
}

std::string ValueOf(const pb::Message& message, const pb::FieldDescriptor& field) {
  std::string value;
  if (!field.is_repeated()) {
    pb::TextFormat::PrintFieldValueToString(message, &field, -1, &value);
  }
  return value;
}

std::string WithNote(const pb::Message& message,
                     const pb::FieldDescriptor& field,
                     const std::string& value) {
  const std::string note = fmt::format("# {} is not set and reads as {}", field.name(), value);
  const std::string text = TextOf(message);
  return text == kEmptyText ? note : text + "\n" + note;
}

}  // namespace

WitnessSearch::Found WitnessSearch::Value(FieldKey key) {
  return AnyValue(Field(), key);
}

WitnessSearch::Found WitnessSearch::Oneof() {
  const View view = Field();
  const pb::FieldDescriptor* rival = view.written == nullptr || view.read == nullptr
                                         ? nullptr
                                         : RivalOf(*view.written, *view.read);
  Messages messages = rival == nullptr ? Messages() : New(view);
  if (!messages) {
    return std::nullopt;
  }
  SetTelling(*messages.written, *view.written, 0);
  SetTelling(*messages.written, *rival, 0);
  return FillRequired(*messages.written)
             ? TryBinary(*messages.written, *messages.read, FieldKey::kNumber)
             : std::nullopt;
}

WitnessSearch::Found WitnessSearch::Required() {
  const Messages messages = New(Field());
  return messages && FillRequired(*messages.written)
             ? TryBinary(*messages.written, *messages.read, FieldKey::kNumber)
             : std::nullopt;
}

WitnessSearch::Found WitnessSearch::Default() {
  const View view = Field();
  const Messages messages =
      view.written == nullptr || view.read == nullptr ? Messages() : New(view);
  if (!messages || !FillRequired(*messages.written)) {
    return std::nullopt;
  }
  const std::string bytes = messages.written->SerializePartialAsString();
  if (!messages.read->ParsePartialFromString(bytes)) {
    return std::nullopt;
  }
  const std::string mine = ValueOf(*messages.written, *view.written);
  const std::string theirs = ValueOf(*messages.read, *view.read);
  if (mine == theirs) {
    return std::nullopt;
  }
  finding::Witness witness;
  witness.type = view.writer->full_name();
  witness.written = WithNote(*messages.written, *view.written, mine);
  witness.bytes = HexOf(bytes);
  witness.read = WithNote(*messages.read, *view.read, theirs);
  return witness;
}

WitnessSearch::Found WitnessSearch::Json() {
  const View view = Field();
  const Messages messages = view.written == nullptr ? Messages() : New(view);
  return messages && SetTelling(*messages.written, *view.written, 0) &&
                 FillRequired(*messages.written)
             ? TryJson(*messages.written, *messages.read)
             : std::nullopt;
}

WitnessSearch::Found WitnessSearch::EnumNumber(const pb::FieldDescriptor& holder) {
  const Messages messages = WithEnum(holder);
  return messages ? TryBinary(*messages.written, *messages.read, FieldKey::kNumber) : std::nullopt;
}

WitnessSearch::Found WitnessSearch::EnumName(const pb::FieldDescriptor& holder) {
  const Messages messages = WithEnum(holder);
  return messages ? TryJson(*messages.written, *messages.read) : std::nullopt;
}

WitnessSearch::Found WitnessSearch::Input() {
  const pb::MethodDescriptor* before = subject_.method_before;
  const pb::MethodDescriptor* after = subject_.method_after;
  if (before == nullptr || after == nullptr) {
    return std::nullopt;
  }
  return old_writes_ ? AnyField(*before->input_type(), *after->input_type())
                     : AnyField(*after->input_type(), *before->input_type());
}

WitnessSearch::Found WitnessSearch::Output() {
  const pb::MethodDescriptor* before = subject_.method_before;
  const pb::MethodDescriptor* after = subject_.method_after;
  if (before == nullptr || after == nullptr) {
    return std::nullopt;
  }
  return old_writes_ ? AnyField(*before->output_type(), *after->output_type())
                     : AnyField(*after->output_type(), *before->output_type());
}

WitnessSearch::Messages WitnessSearch::New(const View& view) {
  Messages messages;
  if (view.writer != nullptr && view.reader != nullptr) {
    messages.written = writer_.New(*view.writer);
    messages.read = messages.written == nullptr ? nullptr : reader_.New(*view.reader);
  }
  return messages.read == nullptr ? Messages() : std::move(messages);
}

WitnessSearch::Found WitnessSearch::AnyValue(const View& view, FieldKey key) {
  for (int variant = 0; view.written != nullptr && variant < kVariants; ++variant) {
    const Messages messages = New(view);
    if (!messages || !SetTelling(*messages.written, *view.written, variant)) {
      break;
    }
    if (!FillRequired(*messages.written)) {
      continue;
    }
    if (Found found = TryBinary(*messages.written, *messages.read, key)) {
      return found;
    }
  }
  return std::nullopt;
}

WitnessSearch::Found WitnessSearch::AnyField(const pb::Descriptor& writer,
                                             const pb::Descriptor& reader) {
  const int fields = std::min(writer.field_count(), kVariants);
  for (int i = 0; i < fields; ++i) {
    const pb::FieldDescriptor* field = writer.field(i);
    const pb::FieldDescriptor* other = reader.FindFieldByNumber(field->number());
    if (other != nullptr && ReadsSame(*field, *other)) {
      continue;
    }
    if (Found found = AnyValue({&writer, &reader, field, other}, FieldKey::kNumber)) {
      return found;
    }
  }
  return std::nullopt;
}

WitnessSearch::Messages WitnessSearch::WithEnum(const pb::FieldDescriptor& holder) {
  const int number = subject_.number;
  Messages messages = New(Complete({holder.containing_type(), nullptr, &holder, nullptr}));
  if (!messages || holder.enum_type()->FindValueByNumber(number) == nullptr) {
    return {};
  }
  pb::Message* message = messages.written.get();
  if (holder.is_repeated()) {
    message->GetReflection()->AddEnumValue(message, &holder, number);
  } else {
    message->GetReflection()->SetEnumValue(message, &holder, number);
  }
  return FillRequired(*message) ? std::move(messages) : Messages();
}

/// The subject's field and the messages that hold it on either side.
WitnessSearch::View WitnessSearch::Field() const {
  const pb::FieldDescriptor* before = subject_.field_before;
  const pb::FieldDescriptor* after = subject_.field_after;
  const pb::Descriptor* holder_before =
      before != nullptr ? before->containing_type() : subject_.message_before;
  const pb::Descriptor* holder_after =
      after != nullptr ? after->containing_type() : subject_.message_after;
  return Complete(old_writes_ ? View{holder_before, holder_after, before, after}
                              : View{holder_after, holder_before, after, before});
}

/// Finds what is missing on one side by what the other side calls it.
WitnessSearch::View WitnessSearch::Complete(View view) const {
  if (view.writer == nullptr && view.reader != nullptr) {
    view.writer = Counterpart(*view.reader, !old_writes_);
  }
  if (view.writer == nullptr) {
    return {};
  }
  if (view.writer->options().map_entry()) {
    view = InsideMap(view);
  }
  if (view.reader == nullptr && view.writer != nullptr) {
    view.reader = Counterpart(*view.writer, old_writes_);
  }
  if (view.read == nullptr && view.reader != nullptr && view.written != nullptr &&
      !view.written->is_extension()) {
    view.read = view.reader->FindFieldByNumber(view.written->number());
  }
  return view;
}

/// Entries are shown inside the message that has the map.
WitnessSearch::View WitnessSearch::InsideMap(const View& view) {
  const pb::FieldDescriptor* map = MapOf(*view.writer);
  return map == nullptr ? View() : View{map->containing_type(), nullptr, map, nullptr};
}

/// The same message in the other version.
const pb::Descriptor* WitnessSearch::Counterpart(const pb::Descriptor& message, bool of_old) const {
  const proto::Image& other = of_old ? context_.after : context_.before;
  const std::string& name = message.full_name();
  if (of_old) {
    const std::string_view moved = context_.moves.NewName(name);
    return other.pool().FindMessageTypeByName(moved.empty() ? name : std::string(moved));
  }
  for (const auto& [old_name, new_name] : context_.moves.all()) {
    if (new_name == name) {
      return other.pool().FindMessageTypeByName(old_name);
    }
  }
  return other.pool().FindMessageTypeByName(name);
}

}  // namespace accord::breaking
