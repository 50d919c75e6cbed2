#pragma once

#include "breaking/openapi/schema_rules.h"

// The orders in which messages name things; they are oasdiff's, so that arguments can be compared.
namespace accord::breaking::api::arguments {

/// Nothing but the place.
inline constexpr ArgumentOrder kBare{"", "P", "IN", "PIN", "S", "PS", "NS"};
inline constexpr ArgumentOrder kNullable{"", "P", "IN", "PIN", "", "PS", "NS"};
inline constexpr ArgumentOrder kValuesLast{"V", "PV", "INV", "PINV", "VS", "PVS", "NVS"};
inline constexpr ArgumentOrder kValuesFirst{"V", "VP", "VIN", "VPIN", "VS", "VPS", "NVS"};
inline constexpr ArgumentOrder kNamed{"MV", "NV", "INV", "PINV", "MVS", "NVS", "NVS"};
inline constexpr ArgumentOrder kType{"V", "PV", "INV", "IN0P12", "VS", "PVS", "NVS"};
inline constexpr ArgumentOrder kTypes{"VM", "PVM", "INV", "PINV", "VMS", "PVMS", "NVS"};
inline constexpr ArgumentOrder kHeaderEnum{"", "P", "N", "NP", "", "PS", "NS"};
inline constexpr ArgumentOrder kResponseEnum{"", "", "", "", "MV", "", ""};
inline constexpr ArgumentOrder kPattern{"V", "VP", "VIN", "VPIN", "VS", "PVS", "NVS"};

/// Bounds: the new value is enough where requests became stricter.
inline constexpr ArgumentOrder kStricter{"L", "PL", "INV", "PINV", "V", "PVS", "NVS"};
inline constexpr ArgumentOrder kBounds{"V", "PV", "INV", "PINV", "V", "PVS", "NVS"};

inline constexpr ArgumentOrder kConditional{"V", "PV", "INV", "PINV", "SV", "PSV", "NVS"};
inline constexpr ArgumentOrder kConditionChanged{"V", "PV", "INV", "PINV", "0S1", "P0S1", "NVS"};

/// Members of objects; also of headers, whose name comes first.
inline constexpr ArgumentOrder kMember{"", "P", "NP", "PIN", "", "PS", "NPS"};
inline constexpr ArgumentOrder kLife{"", "PV", "", "", "", "PV", ""};

}  // namespace accord::breaking::api::arguments
