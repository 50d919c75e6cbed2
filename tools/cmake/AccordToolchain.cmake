# Compiler, warnings, sanitizers, hardening; ccache and mold when the machine has them.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(ACCORD_CCACHE ccache)
if(ACCORD_CCACHE)
  # Paths below the source folder count as relative, so that every clone shares the cache. The
  # sloppiness is what precompiled headers need.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=true
               CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=true ${ACCORD_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
find_program(ACCORD_MOLD mold)
if(ACCORD_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(ACCORD_SANITIZE)
  # -g1: line numbers for the reports, without the cost of full debug information.
  add_compile_options(-fsanitize=${ACCORD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
                      -g1)
  # Without relocations the many short test processes start faster.
  add_link_options(-fsanitize=${ACCORD_SANITIZE} -no-pie)
endif()

# accord_precompile(<target> <headers>): they are read once for all sources of the target, which
# include them all the same (preset `ci` goes without, so that tools/tidy sees it).
function(accord_precompile target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
  if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess)  # For ccache.
  endif()
endfunction()

# Warnings for our own targets only; whether they are errors is CMAKE_COMPILE_WARNING_AS_ERROR.
add_library(accord_warnings INTERFACE)
target_compile_options(accord_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wmissing-declarations
  -Wformat=2 -Wcast-qual -Wextra-semi -Wundef
  # Designated initializers leave members out on purpose.
  -Wno-missing-field-initializers
  $<$<CXX_COMPILER_ID:GNU>:-Wsuggest-override -Wduplicated-cond -Wduplicated-branches -Wlogical-op>)
target_compile_options(accord_warnings INTERFACE
  $<$<CONFIG:Debug>:-D_GLIBCXX_ASSERTIONS>
  $<$<CONFIG:RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong>)
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  add_compile_options(-ffunction-sections -fdata-sections -g1)
  add_link_options(-Wl,--gc-sections -Wl,-z,relro -Wl,-z,now)
endif()
