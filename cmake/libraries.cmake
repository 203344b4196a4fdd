# One static library duban_NAME from each folder src/NAME: its .cpp files without tests (and
# without main.cpp, which is the executable). A folder with headers only becomes an interface
# library, and a folder that does not exist yet becomes nothing.

function(duban_library name)
    cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
    if(NOT EXISTS ${PROJECT_SOURCE_DIR}/src/${name})
        return()
    endif()
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
    list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cpp$")
    set(visible PUBLIC)
    if(sources)
        add_library(duban_${name} STATIC ${sources})
        target_link_libraries(duban_${name} PRIVATE duban_options)
    else()
        add_library(duban_${name} INTERFACE)
        set(visible INTERFACE)
    endif()
    target_include_directories(duban_${name} ${visible} ${PROJECT_SOURCE_DIR}/src)
    foreach(link IN LISTS arg_LINKS)
        if(TARGET duban_${link})
            target_link_libraries(duban_${name} ${visible} duban_${link})
        endif()
    endforeach()
    set_property(GLOBAL APPEND PROPERTY DUBAN_LIBRARIES duban_${name})
endfunction()

# For a package or a definition that only this folder may see.
function(duban_link_privately name)
    get_target_property(type duban_${name} TYPE)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_link_libraries(duban_${name} PRIVATE ${ARGN})
    endif()
endfunction()

function(duban_define_privately name)
    get_target_property(type duban_${name} TYPE)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_compile_definitions(duban_${name} PRIVATE ${ARGN})
    endif()
endfunction()

# The register of checks: every src/audit/check_NAME.cpp defines `const Check check_NAME`, and this
# writes the list that src/audit/register.cpp includes.
function(duban_check_register)
    file(GLOB sources CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src/audit
         ${PROJECT_SOURCE_DIR}/src/audit/check_*.cpp)
    list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
    list(SORT sources)
    set(lines "")
    foreach(source IN LISTS sources)
        string(REGEX REPLACE "\\.cpp$" "" name ${source})
        string(APPEND lines "DUBAN_CHECK(${name})\n")
    endforeach()
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/register.inc CONTENT "${lines}" @ONLY)
    target_include_directories(duban_audit PRIVATE ${PROJECT_BINARY_DIR}/generated)
endfunction()
