# The priors of evidence/priors.toml, carried by the program.
set(tumen_priors_script "${CMAKE_CURRENT_LIST_DIR}/embed_priors.cmake")

function(tumen_add_priors target)
  set(input "${CMAKE_SOURCE_DIR}/evidence/priors.toml")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/prior_text.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DINPUT=${input}" "-DOUTPUT=${output}" -P "${tumen_priors_script}"
    DEPENDS "${input}" "${tumen_priors_script}"
    COMMENT "Embedding the priors"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
