#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "accord/document/document.h"
#include "accord/document/value.h"

namespace accord::openapi {

/// Writes the upgraded document. Everything has a place in the original: most functions are told
/// which value they stand for.
class UpgradeWriter {
 public:
  explicit UpgradeWriter(const document::DocumentPtr& origin) : origin_(origin), builder_(origin) {}

  void Key(std::string_view name, const document::Value& at);
  /// The key of a member, with its own place.
  void Key(const document::Value& object, const document::Member& member);
  void Text(std::string_view text, const document::Value& at);
  void Flag(bool value, const document::Value& at);
  void OpenObject(const document::Value& at);
  void CloseObject() { builder_.EndObject(); }
  void OpenList(const document::Value& at);
  void CloseList() { builder_.EndArray(); }
  /// A value as it is. What is copied out of other documents may not grow without bound: null
  /// takes its place then.
  void Put(const document::Value& value);
  void PutMember(const document::Value& object, const document::Member& member);
  /// A value that was written before, once more.
  void PutAgain(const document::Node& written) { builder_.Share(written); }
  /// The value that was written last.
  const document::Node& last() const { return builder_.last(); }
  bool complete() const { return copied_ <= kMaxCopied; }
  document::DocumentPtr Finish() { return builder_.Finish(); }

  /// While it lives, what comes from other documents stands at `site`, unless one around it says
  /// where already.
  class Foreign {
   public:
    Foreign(UpgradeWriter& writer, const document::Value& site);
    ~Foreign() { writer_.site_ = before_; }
    Foreign(const Foreign&) = delete;
    Foreign& operator=(const Foreign&) = delete;

   private:
    UpgradeWriter& writer_;
    const document::Node* before_;
  };

 private:
  static constexpr std::size_t kMaxCopied = 64U << 20U;  // Bytes of their sources.

  void StandAt(const document::Value& at);
  void StandAt(const document::Value& object, std::uint32_t begin, std::uint32_t end);

  document::DocumentPtr origin_;
  document::Builder builder_;
  const document::Node* site_ = nullptr;
  std::size_t copied_ = 0;
};

}  // namespace accord::openapi
