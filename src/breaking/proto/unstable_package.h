#pragma once

#include <string_view>

namespace accord::breaking {

/// Whether a package's last part names an unstable version: `v1alpha`, `v1beta2`, `v1p1alpha1`,
/// `v1test…`. The package must have at least two parts.
bool IsUnstablePackage(std::string_view package);

}  // namespace accord::breaking
