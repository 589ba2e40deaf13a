# The evidence ledger and the scenarios, compiled into C++ when the program is built.
#
# tumen_add_ledger(target) adds both to a target. Where the compiler makes programs for another machine (the
# browser), the tool cannot run: set TUMEN_LEDGER_SOURCES to a folder that holds the two files of an ordinary
# build.
set(TUMEN_LEDGER_SOURCES "" CACHE PATH "Folder with a finished ledger_data.cpp and scenario_texts.cpp")

get_filename_component(tumen_root "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
# What reads TOML and what knows the evidence, without the ledger that is being compiled.
set(tumen_text_room "${tumen_root}/src/scenario/text")
set(tumen_evidence_room "${tumen_root}/src/scenario/evidence")

function(tumen_add_compile_ledger)
  file(GLOB sources CONFIGURE_DEPENDS "${tumen_root}/tools/ledger/*.cpp")
  add_executable(compile_ledger "${tumen_root}/tools/compile_ledger.cpp" ${sources}
    "${tumen_text_room}/document.cpp" "${tumen_text_room}/nesting.cpp"
    "${tumen_text_room}/quantity.cpp" "${tumen_text_room}/fields.cpp"
    "${tumen_evidence_room}/statistic.cpp" "${tumen_evidence_room}/derived_observables.cpp"
    "${tumen_evidence_room}/rule_rows.cpp" "${tumen_evidence_room}/test_text.cpp")
  target_include_directories(compile_ledger PRIVATE "${tumen_root}/tools" "${tumen_root}/tools/ledger")
  target_link_libraries(compile_ledger PRIVATE tumen_model)
  # It runs once, for less than the blink that optimising it would take many times over.
  target_compile_options(compile_ledger PRIVATE $<$<CONFIG:Release>:-O0>)
  tumen_compile_together(compile_ledger)
  set_target_properties(compile_ledger PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tools")
endfunction()

function(tumen_add_ledger target)
  if(TUMEN_LEDGER_SOURCES)
    target_sources(${target} PRIVATE
      "${TUMEN_LEDGER_SOURCES}/ledger_data.cpp" "${TUMEN_LEDGER_SOURCES}/scenario_texts.cpp")
    return()
  endif()
  tumen_add_compile_ledger()
  set(evidence "${tumen_root}/evidence")
  file(GLOB evidence_files CONFIGURE_DEPENDS "${evidence}/*.toml")
  file(GLOB scenarios CONFIGURE_DEPENDS "${tumen_root}/scenarios/*.toml")
  set(outputs "${CMAKE_CURRENT_BINARY_DIR}/ledger_data.cpp"
              "${CMAKE_CURRENT_BINARY_DIR}/scenario_texts.cpp")
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND compile_ledger "${evidence}" "${tumen_root}/scenarios" ${outputs}
    DEPENDS compile_ledger ${scenarios} ${evidence_files}
    COMMENT "Compiling the evidence ledger and the scenarios"
    VERBATIM)
  target_sources(${target} PRIVATE ${outputs})
endfunction()
