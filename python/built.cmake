# A wheel from what another build tree has compiled for the same interpreter: nothing is compiled again.
find_package(Python 3.10 REQUIRED COMPONENTS Interpreter Development.Module)
set(extension "${TUMEN_PYTHON_BUILT}/python/tumen/_tumen.${Python_SOABI}.so")
if(NOT EXISTS "${extension}")
  message(FATAL_ERROR "${extension} is not there: build the target _tumen, for ${Python_EXECUTABLE}")
endif()
install(PROGRAMS "${extension}" DESTINATION tumen COMPONENT python)
