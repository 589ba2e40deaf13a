# One libFuzzer program for each reader of bytes that may come from a stranger.
set(tumen_fuzz_folder "${CMAKE_SOURCE_DIR}/tests/fuzz")

function(tumen_fuzz name)
  add_executable(fuzz_${name} "${tumen_fuzz_folder}/${name}.cpp")
  target_include_directories(fuzz_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_link_libraries(fuzz_${name} PRIVATE ${ARGN})
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(tumen_fuzz_targets fuzz_${name})
endfunction()

add_custom_target(tumen_fuzz_targets)
tumen_fuzz(scenario tumen_scenario)
tumen_fuzz(overrides tumen_scenario)
tumen_fuzz(quantity tumen_scenario)
tumen_fuzz(statistic tumen_scenario)
tumen_fuzz(factor tumen_sweep tumen_store)
tumen_fuzz(stopping tumen_store)
tumen_fuzz(results tumen_store)

tumen_fuzz(page tumen_belief tumen_fingerprint_data)
foreach(part describe drawn_play draws kept_plays session)
  target_sources(fuzz_page PRIVATE "${CMAKE_SOURCE_DIR}/src/browser/${part}.cpp")
endforeach()

tumen_fuzz(ledger tumen_scenario)
file(GLOB tumen_ledger_readers CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tools/ledger/*.cpp")
target_sources(fuzz_ledger PRIVATE ${tumen_ledger_readers})
target_include_directories(fuzz_ledger PRIVATE "${CMAKE_SOURCE_DIR}/tools" "${CMAKE_SOURCE_DIR}/tools/ledger")

# A results file to start from, made by the store itself, so that it always has the current format.
add_executable(fuzz_results_seed "${tumen_fuzz_folder}/results_seed.cpp" "${CMAKE_SOURCE_DIR}/tests/support/made_up.cpp")
target_include_directories(fuzz_results_seed PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_link_libraries(fuzz_results_seed PRIVATE tumen_store)
add_dependencies(tumen_fuzz_targets fuzz_results_seed)
