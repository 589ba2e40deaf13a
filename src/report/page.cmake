# The page that reports are made of, built from web/ and carried by the program.
set(tumen_page_script "${CMAKE_CURRENT_LIST_DIR}/embed_page.cmake")

function(tumen_add_page target)
  set(input "${TUMEN_WEB_DIST}/report.html")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/report_page.cpp")
  set(dependencies "${tumen_page_script}")
  if(EXISTS "${input}")  # else the script says how to build it
    list(APPEND dependencies "${input}")
  endif()
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DINPUT=${input}" "-DOUTPUT=${output}" -P "${tumen_page_script}"
    DEPENDS ${dependencies}
    COMMENT "Embedding the report page"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set_source_files_properties("${output}" PROPERTIES COMPILE_OPTIONS "-Wno-overlength-strings")
  endif()
endfunction()
