# The parameters of the rules as C++, written from the evidence ledger when the build is configured, and again when the
# ledger changes: rules/parameters.hpp and model/parameter_rows.hpp in a folder of the build.
get_filename_component(tumen_parameters_root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
find_program(TUMEN_PYTHON3 python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

function(tumen_compile_parameters folder)
  set(tool "${tumen_parameters_root}/tools/compile_parameters")
  set(ledger "${tumen_parameters_root}/evidence/parameters.toml")
  execute_process(COMMAND "${TUMEN_PYTHON3}" "${tool}" "${ledger}" "${tumen_parameters_root}/src/rules" "${folder}"
                  COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${tool}" "${ledger}")
endfunction()
