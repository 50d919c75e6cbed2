#include "openapi/upgrade_writer.h"

namespace accord::openapi {

using document::Member;
using document::Value;

UpgradeWriter::Foreign::Foreign(UpgradeWriter& writer, const Value& site)
    : writer_(writer), before_(writer.site_) {
  if (site.document() == writer.origin_) {
    writer.site_ = site.get();
  }
}

void UpgradeWriter::StandAt(const Value& object, std::uint32_t begin, std::uint32_t end) {
  if (object.document() == origin_) {
    builder_.StandAt(begin, end);
  } else if (site_ != nullptr) {
    builder_.StandAt(site_->begin(), site_->end());
  }
}

void UpgradeWriter::StandAt(const Value& at) {
  StandAt(at, at->begin(), at->end());
}

void UpgradeWriter::Key(std::string_view name, const Value& at) {
  StandAt(at);
  builder_.Key(name);
}

void UpgradeWriter::Key(const Value& object, const Member& member) {
  StandAt(object, member.key_begin, member.key_end);
  builder_.Key(member.key());
}

void UpgradeWriter::Text(std::string_view text, const Value& at) {
  StandAt(at);
  builder_.String(text);
}

void UpgradeWriter::Flag(bool value, const Value& at) {
  StandAt(at);
  builder_.Bool(value);
}

void UpgradeWriter::OpenObject(const Value& at) {
  StandAt(at);
  builder_.StartObject();
}

void UpgradeWriter::OpenList(const Value& at) {
  StandAt(at);
  builder_.StartArray();
}

void UpgradeWriter::Put(const Value& value) {
  if (value.document() == origin_) {
    builder_.Share(*value);
    return;
  }
  StandAt(value);
  copied_ += std::size_t{1} + value->end() - value->begin();
  if (complete()) {
    builder_.Copy(*value);
  } else {
    builder_.Null();
  }
}

void UpgradeWriter::PutMember(const Value& object, const Member& member) {
  Key(object, member);
  Put(object.Child(&member.value));
}

}  // namespace accord::openapi
