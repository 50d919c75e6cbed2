# accord_module(<name> SOURCES ... DEPS <modules> LINK <third-party targets>)
# One folder = one static library accord::<name> = one namespace. DEPS is the module's place in the
# layer picture; tools/check_layers.py holds the #includes against it.
function(accord_module name)
  cmake_parse_arguments(M "" "" "SOURCES;DEPS;LINK" ${ARGN})
  add_library(accord_${name} STATIC ${M_SOURCES})
  add_library(accord::${name} ALIAS accord_${name})
  set_target_properties(accord_${name} PROPERTIES EXPORT_NAME ${name} LINKER_LANGUAGE CXX)
  file(GLOB public CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/accord/${name}/*.h)
  target_sources(accord_${name} PUBLIC
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${public})
  target_include_directories(accord_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_features(accord_${name} PUBLIC cxx_std_20)
  set_target_properties(accord_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  list(TRANSFORM M_DEPS PREPEND accord:: OUTPUT_VARIABLE deps)
  target_link_libraries(accord_${name} PUBLIC ${deps} PRIVATE ${M_LINK}
                        $<BUILD_INTERFACE:accord_warnings>)
  accord_precompile(accord_${name} <algorithm> <functional> <map> <memory> <optional> <set> <string>
                    <string_view> <unordered_map> <vector> <fmt/format.h>)
  list(JOIN M_DEPS " " dep_words)
  set_property(GLOBAL APPEND PROPERTY ACCORD_LAYERS "${name}: ${dep_words}")
  set_property(GLOBAL APPEND PROPERTY ACCORD_MODULES accord_${name})
endfunction()

# accord_unit_test(<module> SOURCES ... [DEPS <modules>] [LINK <targets>])
# One test program per module; every TEST becomes a ctest test with the label `unit`.
function(accord_unit_test module)
  cmake_parse_arguments(T "" "" "SOURCES;DEPS;LINK" ${ARGN})
  accord_test_program(accord_${module}_test LABELS unit
    SOURCES ${T_SOURCES} DEPS ${module} ${T_DEPS} LINK ${T_LINK})
endfunction()

# accord_test_program(<target> [WHOLE] LABELS ... SOURCES ... DEPS <modules> LINK <targets>)
# WHOLE: one ctest test for the program, where a thousand short ones would mostly start processes.
function(accord_test_program target)
  cmake_parse_arguments(T "WHOLE" "TIMEOUT" "LABELS;SOURCES;DEPS;LINK" ${ARGN})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  add_executable(${target} ${T_SOURCES})
  list(TRANSFORM T_DEPS PREPEND accord:: OUTPUT_VARIABLE deps)
  target_link_libraries(${target} PRIVATE ${deps} ${T_LINK} GTest::gmock GTest::gtest_main
                        accord_warnings)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/src)
  if(ACCORD_SANITIZE MATCHES "address,undefined")
    # AddressSanitizer sees most of it too, and tests take a third less time to compile.
    target_compile_options(${target} PRIVATE -fno-sanitize=null,alignment,object-size,vptr)
  endif()
  accord_precompile(${target} <algorithm> <map> <memory> <optional> <string> <vector>
                    <gmock/gmock.h> <gtest/gtest.h>)
  if(T_WHOLE)
    add_test(NAME ${target} COMMAND ${target})
    set_tests_properties(${target} PROPERTIES LABELS "${T_LABELS}" TIMEOUT ${T_TIMEOUT})
  else()
    gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST
      PROPERTIES LABELS "${T_LABELS}" TIMEOUT ${T_TIMEOUT})
  endif()
endfunction()

# Writes the declared module graph where check_layers.py reads it.
function(accord_write_layers)
  get_property(layers GLOBAL PROPERTY ACCORD_LAYERS)
  list(JOIN layers "\n" text)
  file(WRITE ${PROJECT_BINARY_DIR}/layers.txt "${text}\n")
endfunction()
