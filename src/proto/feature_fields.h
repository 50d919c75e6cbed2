#pragma once

namespace accord::proto {

// Field numbers that libprotobuf 3.21 does not know by name yet.

/// `edition` in FileDescriptorProto, and its value for 2023.
inline constexpr int kEditionField = 14;
inline constexpr int kEdition2023 = 1000;

/// `features` in the options of each kind of element.
inline constexpr int kFileFeatures = 50;
inline constexpr int kMessageFeatures = 12;
inline constexpr int kFieldFeatures = 21;
inline constexpr int kOneofFeatures = 1;
inline constexpr int kEnumFeatures = 7;
inline constexpr int kEnumValueFeatures = 2;
inline constexpr int kExtensionRangeFeatures = 50;
inline constexpr int kServiceFeatures = 34;
inline constexpr int kMethodFeatures = 35;

/// In FeatureSet.
inline constexpr int kPresenceFeature = 1;
inline constexpr int kEnumTypeFeature = 2;
inline constexpr int kRepeatedEncodingFeature = 3;
inline constexpr int kUtf8Feature = 4;
inline constexpr int kMessageEncodingFeature = 5;
inline constexpr int kJsonFormatFeature = 6;
inline constexpr int kCppFeatureSet = 1000;
inline constexpr int kJavaFeatureSet = 1001;

}  // namespace accord::proto
