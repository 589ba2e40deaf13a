# Writes OUTPUT, a C++ source that holds the texts PRIORS and IMPLIED. Called when the program is built:
#   cmake -DPRIORS=... -DIMPLIED=... -DOUTPUT=... -P embed_priors.cmake
file(READ "${PRIORS}" priors)
file(READ "${IMPLIED}" implied)
file(WRITE "${OUTPUT}.new"
  "#include \"belief/prior_text.hpp\"\n"
  "namespace tumen {\n"
  "std::string_view prior_text() {\n"
  "    return R\"TUMENTEXT(${priors})TUMENTEXT\";\n"
  "}\n"
  "std::string_view implied_text() {\n"
  "    return R\"TUMENTEXT(${implied})TUMENTEXT\";\n"
  "}\n"
  "}\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
