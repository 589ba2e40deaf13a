# Debian packages: tumen and libtumen-dev, in the build folder (`make deb`).
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tumen)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "simulation of campaigns against foreign-made phones")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Tumen authors <maintainers@users.noreply.github.com>")
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME tumen)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Tumen plays campaigns against foreign-made phones in border cities of
synthetic people, day by day, and reports what officers would count
(phones handed in, oaths signed) beside what really changed: contact,
livelihoods, arrests. Results are one SQLite file and one HTML page.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libtumen-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libfmt-dev, libsqlite3-dev, libxxhash-dev, pkg-config")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "Headers and static libraries of Tumen, for programs of one's own: scenarios,
the model, ensembles, statistics and results files. CMake finds them with
find_package(tumen).")
include(CPack)
