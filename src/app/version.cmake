# Writes OUTPUT, a header that says from which commit the program is built; only if that changed. Called
# whenever the program is built:   cmake -DSOURCE=... -DVERSION=... -DOUTPUT=... -P version.cmake
set(commit "")
set(worktree "unknown")
find_program(GIT git)
if(GIT)
  execute_process(COMMAND "${GIT}" -C "${SOURCE}" rev-parse --show-toplevel
                  OUTPUT_VARIABLE top OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  get_filename_component(source "${SOURCE}" REALPATH)
  if(top AND top STREQUAL source)  # not some other repository around an unpacked archive
    execute_process(COMMAND "${GIT}" -C "${SOURCE}" describe --always --abbrev=12 --exclude=*
                    OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    execute_process(COMMAND "${GIT}" -C "${SOURCE}" status --porcelain
                    OUTPUT_VARIABLE changes OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(commit AND changes)
      set(worktree "modified")
    elseif(commit)
      set(worktree "clean")
    endif()
  endif()
endif()

set(text "#pragma once
namespace tumen::built {
inline constexpr char version[] = \"${VERSION}\";
inline constexpr char commit[] = \"${commit}\";
inline constexpr auto worktree = Worktree::${worktree};
}
")
set(before "")
if(EXISTS "${OUTPUT}")
  file(READ "${OUTPUT}" before)
endif()
if(NOT before STREQUAL text)
  file(WRITE "${OUTPUT}" "${text}")
endif()
