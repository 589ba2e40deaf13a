add_executable(tumen_state_hashes "${CMAKE_SOURCE_DIR}/tests/faults/state_hashes.cpp")
target_link_libraries(tumen_state_hashes PRIVATE tumen_scenario)
