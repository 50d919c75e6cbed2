#include "breaking/proto/unstable_package.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::breaking {
namespace {

TEST(UnstablePackage, VersionsThatMayChange) {
  for (const char* package : {"acme.v1alpha",
                              "acme.v1alpha1",
                              "acme.v1beta2",
                              "acme.orders.v12beta34",
                              "acme.v1p1alpha1",
                              "acme.v1p2beta",
                              "acme.v1test",
                              "acme.v1testfoo"}) {
    EXPECT_TRUE(IsUnstablePackage(package)) << package;
  }
}

TEST(UnstablePackage, VersionsThatMayNot) {
  for (const char* package : {"",
                              "acme",
                              "acme.v1",
                              "acme.v1p1",
                              "acme.v0alpha1",
                              "acme.v01alpha1",
                              "acme.v1alpha0",
                              "acme.v1p0alpha1",
                              "acme.v1palpha1",
                              "acme.v1alphax",
                              "acme.v1gamma1",
                              "acme.valpha1",
                              "acme.v1beta1.orders",
                              "v1beta1"}) {
    EXPECT_FALSE(IsUnstablePackage(package)) << package;
  }
}

}  // namespace
}  // namespace accord::breaking
