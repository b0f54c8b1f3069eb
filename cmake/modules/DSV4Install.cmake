# What `cmake --install` puts where, and the package that find_package(DSV4) finds in both trees.
# Components: tools (programs), development (headers, libraries, plugin, CMake package), python (the package).

include(CMakePackageConfigHelpers)

set(DSV4_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/DSV4)
get_property(DSV4_EXPORTED_LIBRARIES GLOBAL PROPERTY DSV4_LIBRARIES)

# MLIR is looked for where this build found it, unless the consumer says otherwise.
set(DSV4_MLIR_DIR ${MLIR_DIR})
configure_package_config_file(
  ${PROJECT_SOURCE_DIR}/cmake/DSV4Config.cmake.in
  ${PROJECT_BINARY_DIR}/lib/cmake/DSV4/DSV4Config.cmake
  INSTALL_DESTINATION ${DSV4_CMAKE_DIR})
# No promise of compatibility between 0.x releases: the minor version must match.
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/lib/cmake/DSV4/DSV4ConfigVersion.cmake COMPATIBILITY SameMinorVersion)

export(EXPORT DSV4Targets FILE ${PROJECT_BINARY_DIR}/lib/cmake/DSV4/DSV4Targets.cmake NAMESPACE DSV4::)
install(EXPORT DSV4Targets NAMESPACE DSV4:: DESTINATION ${DSV4_CMAKE_DIR} COMPONENT development)
install(FILES
  ${PROJECT_BINARY_DIR}/lib/cmake/DSV4/DSV4Config.cmake
  ${PROJECT_BINARY_DIR}/lib/cmake/DSV4/DSV4ConfigVersion.cmake
  DESTINATION ${DSV4_CMAKE_DIR} COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/dsv4 ${PROJECT_BINARY_DIR}/include/dsv4
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN "*.h" PATTERN "*.td" PATTERN "*.inc" PATTERN "CMakeFiles" EXCLUDE)
