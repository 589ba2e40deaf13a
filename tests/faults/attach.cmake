# Adds the program that prints state hashes. tools/nightly names this file as CMAKE_PROJECT_tumen_INCLUDE in its
# builds with several compilers.
cmake_language(DEFER CALL include "${CMAKE_SOURCE_DIR}/tests/faults/targets.cmake")
