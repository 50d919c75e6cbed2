#include "tests/integration/proto_witness/loss.h"

#include <memory>

#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>

namespace accord::breaking::test {

namespace pb = google::protobuf;

namespace {

/// False when the digits were cut.
bool FromHex(const std::string& hex, std::string& bytes) {
  for (std::size_t i = 0; i + 1 < hex.size(); i += 3) {
    const std::string pair = hex.substr(i, 2);
    if (pair.find_first_not_of("0123456789abcdef") != std::string::npos) {
      return false;
    }
    bytes.push_back(static_cast<char>(std::stoi(pair, nullptr, 16)));
  }
  return true;
}

std::string Text(const pb::Message& message) {
  std::string text;
  pb::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  printer.PrintToString(message, &text);
  return text;
}

std::string Normal(std::string text, const pb::Message& blank) {
  const std::unique_ptr<pb::Message> message(blank.New());
  pb::TextFormat::Parser parser;
  parser.AllowPartialMessage(true);
  return parser.ParseFromString(text, message.get()) ? Text(*message) : "unreadable: " + text;
}

bool SomeDefaultDiffers(const pb::Message& one, const pb::Message& other) {
  const pb::Descriptor& type = *one.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const pb::FieldDescriptor* field = type.field(i);
    const pb::FieldDescriptor* there = other.GetDescriptor()->FindFieldByNumber(field->number());
    if (there == nullptr || field->is_repeated() || there->is_repeated() ||
        one.GetReflection()->HasField(one, field)) {
      continue;
    }
    std::string mine;
    std::string theirs;
    pb::TextFormat::PrintFieldValueToString(one, field, -1, &mine);
    pb::TextFormat::PrintFieldValueToString(other, there, -1, &theirs);
    if (mine != theirs) {
      return true;
    }
  }
  return false;
}

std::string DoubtJson(const finding::Witness& witness, pb::Message& written, pb::Message& read) {
  if (!pb::util::JsonStringToMessage(witness.written, &written).ok()) {
    return "its writer cannot read it";
  }
  return pb::util::JsonStringToMessage(witness.written, &read).ok() ? "the reader takes it" : "";
}

std::string DoubtBinary(const finding::Witness& witness, pb::Message& written, pb::Message& read) {
  std::string bytes;
  if (!FromHex(witness.bytes, bytes)) {
    return "";
  }
  if (!written.ParsePartialFromString(bytes) || !written.IsInitialized()) {
    return "its writer cannot read it";
  }
  const std::string empty = witness.written == "(empty)" ? "" : witness.written;
  if (Text(written) != Normal(empty, written)) {
    return "the bytes say " + Text(written);
  }
  if (!read.ParsePartialFromString(bytes) || !read.IsInitialized()) {
    return witness.read.starts_with("refused: ") ? "" : "the reader refuses it";
  }
  if (SomeDefaultDiffers(written, read)) {
    return "";
  }
  read.DiscardUnknownFields();
  const bool same = read.SerializeAsString() == bytes && Text(read) == Text(written);
  return same ? "everything arrives" : "";
}

}  // namespace

std::string Doubt(const finding::Witness& witness,
                  const pb::DescriptorPool& writer,
                  const pb::DescriptorPool& reader,
                  const std::string& type_there) {
  const pb::Descriptor* from = writer.FindMessageTypeByName(witness.type);
  const pb::Descriptor* to = reader.FindMessageTypeByName(type_there);
  if (from == nullptr || to == nullptr) {
    return "no such type";
  }
  pb::DynamicMessageFactory write_factory(&writer);
  pb::DynamicMessageFactory read_factory(&reader);
  const std::unique_ptr<pb::Message> written(write_factory.GetPrototype(from)->New());
  const std::unique_ptr<pb::Message> read(read_factory.GetPrototype(to)->New());
  return witness.written.starts_with("{") ? DoubtJson(witness, *written, *read)
                                          : DoubtBinary(witness, *written, *read);
}

}  // namespace accord::breaking::test
