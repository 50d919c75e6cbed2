#pragma once

#include <memory>
#include <optional>

#include "accord/finding/finding.h"

#include "breaking/proto/context.h"
#include "breaking/proto/witness_trial.h"

namespace accord::breaking {

/// Looks for an example of one exchange. Each method returns the first that proves a loss.
class WitnessSearch {
 public:
  using Found = std::optional<finding::Witness>;

  /// `old_writes`: see Exchange. All references have to outlive the search.
  WitnessSearch(const Context& context,
                const Subject& subject,
                bool old_writes,
                MessageMaker& writer,
                MessageMaker& reader)
      : context_(context),
        subject_(subject),
        old_writes_(old_writes),
        writer_(writer),
        reader_(reader) {}

  /// The value of the field is lost, or means something else.
  Found Value(FieldKey key);
  /// Two fields that do not fit into the reader's oneof together.
  Found Oneof();
  /// A message without the field that its reader cannot do without.
  Found Required();
  /// The field is not set, which means something else on either side.
  Found Default();
  /// The field in its writer's JSON form.
  Found Json();
  /// A value of an enum in the field that holds it, in binary form or by its name in JSON.
  Found EnumNumber(const google::protobuf::FieldDescriptor& holder);
  Found EnumName(const google::protobuf::FieldDescriptor& holder);
  /// Any field of what a method takes or returns.
  Found Input();
  Found Output();

 private:
  /// What the subject is, as writer and reader see it. Any of them may be null.
  struct View {
    const google::protobuf::Descriptor* writer = nullptr;
    const google::protobuf::Descriptor* reader = nullptr;
    const google::protobuf::FieldDescriptor* written = nullptr;
    const google::protobuf::FieldDescriptor* read = nullptr;
  };
  /// An example message and an empty one to read it into. Both or neither.
  struct Messages {
    std::unique_ptr<google::protobuf::Message> written;
    std::unique_ptr<google::protobuf::Message> read;
    explicit operator bool() const { return written != nullptr; }
  };

  Messages New(const View& view);
  Found AnyValue(const View& view, FieldKey key);
  Found AnyField(const google::protobuf::Descriptor& writer,
                 const google::protobuf::Descriptor& reader);
  Messages WithEnum(const google::protobuf::FieldDescriptor& holder);
  View Field() const;
  View Complete(View view) const;
  static View InsideMap(const View& view);
  const google::protobuf::Descriptor* Counterpart(const google::protobuf::Descriptor& message,
                                                  bool of_old) const;

  const Context& context_;
  const Subject& subject_;
  bool old_writes_;
  MessageMaker& writer_;
  MessageMaker& reader_;
};

}  // namespace accord::breaking
