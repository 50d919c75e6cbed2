#include "accord/proto/image.h"

#include <algorithm>
#include <utility>

#include <google/protobuf/descriptor.pb.h>

#include "proto/compile.h"
#include "proto/features.h"
#include "proto/locations.h"
#include "proto/lower.h"
#include "proto/options.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

const pb::Descriptor* ParentOf(const pb::FieldDescriptor& field) {
  return field.is_extension() ? field.extension_scope() : field.containing_type();
}

}  // namespace

struct Image::State {
  explicit State(std::shared_ptr<const Sources> from)
      : sources(std::move(from)), locations(*sources, pool), options(pool) {}

  std::shared_ptr<const Sources> sources;
  pb::DescriptorPool pool;
  mutable Locations locations;
  mutable OptionDecoder options;
  LoweredFiles lowered;
  std::vector<const pb::FileDescriptor*> files;
};

Image::Image() = default;
Image::~Image() = default;

std::unique_ptr<Image> Image::Compile(std::shared_ptr<const Sources> sources,
                                      std::span<const std::string> paths,
                                      std::vector<finding::Finding>& findings) {
  std::unique_ptr<Image> image(new Image());
  image->state_ = std::make_unique<State>(std::move(sources));
  State& state = *image->state_;
  Compiler compiler(*state.sources, state.pool, state.locations, state.lowered, findings);
  compiler.Compile(paths);
  for (const std::string& path : paths) {
    if (const pb::FileDescriptor* file = compiler.Built(path); file != nullptr) {
      state.files.push_back(file);
    }
  }
  std::sort(state.files.begin(), state.files.end(), [](const auto* a, const auto* b) {
    return a->name() < b->name();
  });
  state.files.erase(std::unique(state.files.begin(), state.files.end()), state.files.end());
  return image;
}

const Sources& Image::sources() const {
  return *state_->sources;
}

const pb::DescriptorPool& Image::pool() const {
  return state_->pool;
}

const std::vector<const pb::FileDescriptor*>& Image::files() const {
  return state_->files;
}

std::string_view Image::SyntaxOf(const pb::FileDescriptor& file) const {
  if (const auto lowered = state_->lowered.find(file.name()); lowered != state_->lowered.end()) {
    return lowered->second;
  }
  return file.syntax() == pb::FileDescriptor::SYNTAX_PROTO3 ? "proto3" : "proto2";
}

Features Image::FeaturesOf(const pb::FileDescriptor& file) const {
  Features features = DefaultFeatures(SyntaxOf(file));
  ApplyFeatures(file.options(), features);
  return features;
}

Features Image::FeaturesOf(const pb::Descriptor& message) const {
  Features features = message.containing_type() == nullptr ? FeaturesOf(*message.file())
                                                           : FeaturesOf(*message.containing_type());
  ApplyFeatures(message.options(), features);
  return features;
}

Features Image::FeaturesOf(const pb::EnumDescriptor& type) const {
  Features features = type.containing_type() == nullptr ? FeaturesOf(*type.file())
                                                        : FeaturesOf(*type.containing_type());
  ApplyFeatures(type.options(), features);
  return features;
}

Features Image::FeaturesOf(const pb::FieldDescriptor& field) const {
  const pb::Descriptor* parent = ParentOf(field);
  Features features = parent == nullptr ? FeaturesOf(*field.file()) : FeaturesOf(*parent);
  if (const pb::OneofDescriptor* oneof = field.real_containing_oneof(); oneof != nullptr) {
    ApplyFeatures(oneof->options(), features);
  }
  ApplyFeatures(field.options(), features);
  ApplyField(field, SyntaxOf(*field.file()), features);
  return features;
}

finding::Span Image::SpanOf(const pb::FileDescriptor& file, const ElementPath& path) const {
  return state_->locations.Find(file.name(), path);
}

std::unique_ptr<pb::Message> Image::DecodeOptions(const pb::Message& options) const {
  return state_->options.Decode(options);
}

}  // namespace accord::proto
