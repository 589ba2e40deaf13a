# The texts of evidence/priors.toml and evidence/implied.toml, carried by the program.
set(tumen_priors_script "${CMAKE_CURRENT_LIST_DIR}/embed_priors.cmake")

function(tumen_add_priors target)
  set(priors "${CMAKE_SOURCE_DIR}/evidence/priors.toml")
  set(implied "${CMAKE_SOURCE_DIR}/evidence/implied.toml")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/prior_text.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DPRIORS=${priors}" "-DIMPLIED=${implied}" "-DOUTPUT=${output}"
            -P "${tumen_priors_script}"
    DEPENDS "${priors}" "${implied}" "${tumen_priors_script}"
    COMMENT "Embedding the priors"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
