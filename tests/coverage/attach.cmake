# Adds the program that tools/coverage measures: the tests of the core alone, without store and program.
cmake_language(DEFER CALL include "${CMAKE_SOURCE_DIR}/tests/coverage/targets.cmake")
