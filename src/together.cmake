# The sources of a folder are compiled together: one translation unit for the headers that all of them read (decision 46).
# From nothing that takes two thirds of the time; after an edit the folder's sources are compiled once more. Names without
# linkage are therefore unique in a folder. TUMEN_TOGETHER=OFF compiles each by itself, as the nightly does to see that
# each includes what it needs.
option(TUMEN_TOGETHER "Compile the sources of a folder together" ON)

# Compiled by themselves: the model, whose loops are what its options and benchmarks are about; a scenario's keys, which are
# called as what is read by them; tests of rules, each of which calls its rule's parameters `p`.
set(TUMEN_COMPILED_APART "^src/(base|model)/" "^src/scenario/draft/keys\\.cpp$" "^tests/unit/rules/")

function(tumen_compile_together target)
  if(NOT TUMEN_TOGETHER)
    return()
  endif()
  get_filename_component(root "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/.." ABSOLUTE)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    file(RELATIVE_PATH path "${root}" "${source}")
    set(apart FALSE)
    if(NOT path MATCHES "^(src|python|tests|tools)/.*\\.cpp$")  # what is generated is large
      set(apart TRUE)
    endif()
    foreach(pattern IN LISTS TUMEN_COMPILED_APART)
      if(path MATCHES "${pattern}")
        set(apart TRUE)
      endif()
    endforeach()
    if(NOT apart)
      get_filename_component(folder "${path}" DIRECTORY)
      string(REPLACE "/" "_" group "${folder}")
      # In portions, so that an edit does not compile all of a large folder.
      math(EXPR portion "${count_${group}} + 0")
      math(EXPR count_${group} "${portion} + 1")
      math(EXPR portion "${portion} / 7")
      set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}_${portion}")
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# ccache keeps what was compiled with precompiled headers where it is told that the time at which they were made does not count.
function(tumen_keep_with_headers target)
  if("${CMAKE_CXX_COMPILER_LAUNCHER}" MATCHES "ccache$")
    set_target_properties(${target} PROPERTIES CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${CMAKE_CXX_COMPILER_LAUNCHER}")
  endif()
endfunction()

# Headers of the library that nearly all sources read. Where each source is compiled by itself (base, the model) and where
# clang reads its own larger library (the page) they are half of a source's time, and are read once a target. Code is the
# same. With TUMEN_TOGETHER=OFF each source reads its own, so that the nightly sees what one forgot to include.
function(tumen_precompile target)
  if(NOT TUMEN_TOGETHER)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE <algorithm> <array> <bit> <cmath> <cstdint> <functional> <map> <memory>
    <optional> <span> <string> <string_view> <utility> <vector>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  else()
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
  tumen_keep_with_headers(${target})
endfunction()
