# The program.
find_package(CLI11 REQUIRED)
include(GNUInstallDirs)

set(tumen_version_header "${CMAKE_CURRENT_BINARY_DIR}/generated/version.hpp")
add_custom_target(tumen_version
  COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${CMAKE_SOURCE_DIR}" "-DVERSION=${PROJECT_VERSION}"
          "-DOUTPUT=${tumen_version_header}" -P "${CMAKE_CURRENT_LIST_DIR}/version.cmake"
  BYPRODUCTS "${tumen_version_header}"
  COMMENT "Looking up the commit")

file(GLOB tumen_app_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.cpp")
add_executable(tumen ${tumen_app_sources})
add_dependencies(tumen tumen_version)
target_include_directories(tumen PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/generated")
target_link_libraries(tumen PRIVATE tumen_store tumen_report CLI11::CLI11)
set_target_properties(tumen PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
install(TARGETS tumen RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
