find_package(GTest REQUIRED)
find_package(rapidcheck REQUIRED)
file(GLOB_RECURSE tumen_core_tests CONFIGURE_DEPENDS
  "${CMAKE_SOURCE_DIR}/tests/unit/base/*.cpp" "${CMAKE_SOURCE_DIR}/tests/unit/rules/*.cpp"
  "${CMAKE_SOURCE_DIR}/tests/unit/model/*.cpp" "${CMAKE_SOURCE_DIR}/tests/properties/*.cpp"
  "${CMAKE_SOURCE_DIR}/tests/golden/*.cpp" "${CMAKE_SOURCE_DIR}/tests/support/*.cpp")
add_executable(tumen_core_tests ${tumen_core_tests})
target_include_directories(tumen_core_tests PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_compile_definitions(tumen_core_tests PRIVATE
  TUMEN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TUMEN_BUILD_DIR="${CMAKE_BINARY_DIR}")
target_link_libraries(tumen_core_tests PRIVATE tumen_measures rapidcheck GTest::gmock GTest::gtest_main)
