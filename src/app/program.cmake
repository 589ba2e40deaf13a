# The program: a library with all of it, so that tests reach its parts, and main.
find_package(CLI11 REQUIRED)

set(tumen_version_header "${CMAKE_CURRENT_BINARY_DIR}/generated/version.hpp")
add_custom_target(tumen_version
  COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${CMAKE_SOURCE_DIR}" "-DVERSION=${PROJECT_VERSION}"
          "-DOUTPUT=${tumen_version_header}" -P "${CMAKE_CURRENT_LIST_DIR}/version.cmake"
  BYPRODUCTS "${tumen_version_header}"
  COMMENT "Looking up the commit")

file(GLOB tumen_app_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.cpp")
list(FILTER tumen_app_sources EXCLUDE REGEX "/main\\.cpp$")
add_library(tumen_app STATIC ${tumen_app_sources})
add_dependencies(tumen_app tumen_version)
target_include_directories(tumen_app PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/generated")
target_link_libraries(tumen_app PUBLIC tumen_store tumen_report PRIVATE CLI11::CLI11)

add_executable(tumen "${CMAKE_CURRENT_LIST_DIR}/main.cpp")
target_link_libraries(tumen PRIVATE tumen_app)
set_target_properties(tumen PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
