# cmake --install: the binary, every module with its public headers, and find_package(accord).
include(CMakePackageConfigHelpers)
get_property(modules GLOBAL PROPERTY ACCORD_MODULES)
install(TARGETS ${modules} EXPORT accordTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
# Interface-only stand-ins for header-only libraries; static libraries export what they link.
install(TARGETS accord_RapidJSON accord_valijson accord_Boost EXPORT accordTargets)
install(TARGETS accord RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT accordTargets NAMESPACE accord:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/accord)
configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/tools/cmake/accordConfig.cmake.in ${PROJECT_BINARY_DIR}/accordConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/accord)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/accordConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/accordConfig.cmake
              ${PROJECT_BINARY_DIR}/accordConfigVersion.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/accord)
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/accord/schemas
        FILES_MATCHING PATTERN "*.schema.json")
