# Texts of evidence/ that are read when the program runs: priors, implied, questions, likelihood,
# belief, statements and targets.
set(tumen_priors_script "${CMAKE_CURRENT_LIST_DIR}/embed_priors.cmake")

function(tumen_add_priors target)
  set(evidence "${CMAKE_SOURCE_DIR}/evidence")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/prior_text.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DEVIDENCE=${evidence}" "-DOUTPUT=${output}" -P "${tumen_priors_script}"
    DEPENDS "${evidence}/priors.toml" "${evidence}/implied.toml" "${evidence}/questions.toml"
            "${evidence}/likelihood.toml" "${evidence}/belief.toml" "${evidence}/statements.toml" "${evidence}/targets.toml"
            "${tumen_priors_script}"
    COMMENT "Embedding priors, likelihood, belief, statements and targets"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
