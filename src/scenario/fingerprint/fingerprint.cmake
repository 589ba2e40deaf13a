# Which model this is: small plays, hashed when the program is built, so that it is there wherever the source is.
add_executable(tumen_fingerprint "${CMAKE_SOURCE_DIR}/tools/fingerprint/main.cpp")
target_link_libraries(tumen_fingerprint PRIVATE tumen_experiment)
set_target_properties(tumen_fingerprint PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tools")
set(tumen_fingerprint_plays "${CMAKE_CURRENT_SOURCE_DIR}/scenario/fingerprint/plays")
file(GLOB tumen_fingerprint_files CONFIGURE_DEPENDS "${tumen_fingerprint_plays}/*.toml")
set(tumen_fingerprint_source "${CMAKE_CURRENT_BINARY_DIR}/fingerprint_data.cpp")
add_custom_command(
  OUTPUT "${tumen_fingerprint_source}"
  COMMAND tumen_fingerprint "${tumen_fingerprint_plays}" "${tumen_fingerprint_source}"
  DEPENDS tumen_fingerprint ${tumen_fingerprint_files}
  COMMENT "Playing the model's fingerprint"
  VERBATIM)
add_library(tumen_fingerprint_data STATIC "${tumen_fingerprint_source}")
target_link_libraries(tumen_fingerprint_data PUBLIC tumen_scenario)
