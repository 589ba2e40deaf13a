# Writes OUTPUT, a C++ source that holds the text INPUT. Called when the program is built:
#   cmake -DINPUT=... -DOUTPUT=... -P embed_priors.cmake
file(READ "${INPUT}" text)
file(WRITE "${OUTPUT}.new"
  "#include \"belief/prior_text.hpp\"\n"
  "namespace tumen {\n"
  "std::string_view prior_text() {\n"
  "    return R\"TUMENTEXT(${text})TUMENTEXT\";\n"
  "}\n"
  "}\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
