# Writes OUTPUT, a C++ source that holds the page INPUT as one string. Called when the program is built:
#   cmake -DINPUT=... -DOUTPUT=... -P embed_page.cmake
if(NOT EXISTS "${INPUT}")
  message(FATAL_ERROR "The report page ${INPUT} is not built. `make web` builds it (Node 18 or newer; "
                      "`tools/setup run` installs it), then build again.")
endif()
file(READ "${INPUT}" page)
if(NOT page MATCHES "__TUMEN_REPORT_DATA__")
  message(FATAL_ERROR "${INPUT} has no place for the data (__TUMEN_REPORT_DATA__)")
endif()
file(WRITE "${OUTPUT}.new"
  "#include \"report/page.hpp\"\n"
  "namespace tumen {\n"
  "std::string_view page_template() {\n"
  "    return R\"TUMENPAGE(${page})TUMENPAGE\";\n"
  "}\n"
  "}\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
