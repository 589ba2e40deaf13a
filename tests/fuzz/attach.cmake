# Adds the fuzz targets to the project. The preset `fuzz` names this file as CMAKE_PROJECT_tumen_INCLUDE, so that
# an ordinary build does not know of them.
if(TUMEN_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "TUMEN_FUZZ needs clang: use the preset `fuzz`")
  endif()
  cmake_language(DEFER CALL include "${CMAKE_SOURCE_DIR}/tests/fuzz/targets.cmake")
endif()
