add_executable(tumen_state_hashes "${CMAKE_SOURCE_DIR}/tests/faults/state_hashes.cpp"
  "${CMAKE_SOURCE_DIR}/tests/support/scenario_hashes.cpp")
target_include_directories(tumen_state_hashes PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_link_libraries(tumen_state_hashes PRIVATE tumen_scenario)
