# The program with every library in it, which runs on any Linux of this processor: the objects of `tumen`, linked a second
# time. Beside it its checksum, and a list of what it contains (SPDX). `make static`; needs the static libraries of
# Debian's libc6-dev, libstdc++-12-dev and libsqlite3-dev.
set(name "tumen-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
set(folder "${CMAKE_BINARY_DIR}/static")
add_library(tumen_fmt OBJECT EXCLUDE_FROM_ALL "${CMAKE_CURRENT_LIST_DIR}/static/fmt.cpp")
target_link_libraries(tumen_fmt PRIVATE tumen_options)

# Every library of this build that the program links, whichever layer it belongs to.
set(archives)
set(left tumen)
set(seen tumen)
while(left)
  list(POP_FRONT left one)
  get_target_property(kind ${one} TYPE)
  if(kind STREQUAL STATIC_LIBRARY)
    list(APPEND archives "$<TARGET_FILE:${one}>")
  endif()
  if(kind STREQUAL INTERFACE_LIBRARY)
    get_target_property(links ${one} INTERFACE_LINK_LIBRARIES)
  else()
    get_target_property(links ${one} LINK_LIBRARIES)
  endif()
  foreach(link ${links})
    if(link MATCHES "^tumen_" AND TARGET ${link} AND NOT link IN_LIST seen)
      list(APPEND seen ${link})
      list(APPEND left ${link})
    endif()
  endforeach()
endwhile()
add_custom_command(OUTPUT "${folder}/${name}" "${folder}/${name}.sha256" "${folder}/${name}.spdx.json"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${folder}"
  COMMAND "${CMAKE_CXX_COMPILER}" -static-pie -s -Wl,--trace $<TARGET_OBJECTS:tumen> $<TARGET_OBJECTS:tumen_fmt>
          -Wl,--start-group ${archives} -Wl,--end-group -l:libsqlite3.a -lm -o "${folder}/${name}"
          > "${folder}/linked.txt"
  COMMAND sh -c "cd '${folder}' && sha256sum ${name} > ${name}.sha256"
  COMMAND "${CMAKE_SOURCE_DIR}/tools/generate_sbom" "${folder}/${name}" --linked "${folder}/linked.txt"
          --build "${CMAKE_BINARY_DIR}" --out "${folder}/${name}.spdx.json"
  DEPENDS tumen tumen_fmt $<TARGET_OBJECTS:tumen_fmt> ${archives} "${CMAKE_SOURCE_DIR}/tools/generate_sbom"
          "${CMAKE_SOURCE_DIR}/web/package-lock.json"
  COMMAND_EXPAND_LISTS VERBATIM COMMENT "Linking the static program")
add_custom_target(tumen_static DEPENDS "${folder}/${name}")
