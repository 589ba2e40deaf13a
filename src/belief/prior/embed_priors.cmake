# Writes OUTPUT, a C++ source that holds the files of EVIDENCE that belief reads. Called when the program is built:
#   cmake -DEVIDENCE=... -DOUTPUT=... -P embed_priors.cmake
set(source "#include \"belief/prior/prior_text.hpp\"\nnamespace tumen {\n")
foreach(name prior:priors implied:implied questions:questions likelihood:likelihood belief:belief statements:statements
        targets:targets)
  string(REGEX REPLACE ":.*" "" function "${name}")
  string(REGEX REPLACE ".*:" "" file "${name}")
  file(READ "${EVIDENCE}/${file}.toml" text)
  string(APPEND source "std::string_view ${function}_text() {\n    return R\"TUMENTEXT(${text})TUMENTEXT\";\n}\n")
endforeach()
file(WRITE "${OUTPUT}.new" "${source}}\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
