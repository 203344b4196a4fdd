# The tests and how ctest calls them. Names are group/name, and each group is a label, so that
# `ctest -L cli` runs one group. Exit status 77 means skipped, with the reason on the last line.

get_property(libraries GLOBAL PROPERTY DUBAN_LIBRARIES)
find_package(Python3 QUIET COMPONENTS Interpreter)
find_package(doctest QUIET CONFIG)
find_package(rapidcheck QUIET CONFIG)

set(environment "")
if(DUBAN_SANITIZE)
    # A fault must not look like one of the exit statuses that the program itself uses.
    list(APPEND environment
         "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks.supp:print_suppressions=0"
         "ASAN_OPTIONS=exitcode=99" "TSAN_OPTIONS=exitcode=99"
         "UBSAN_OPTIONS=exitcode=99:print_stacktrace=1")
endif()

# duban_test(group/name COMMAND words...): runs in the root of the project.
function(duban_test name)
    cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "COMMAND" ${ARGN})
    string(REGEX REPLACE "/.*" "" label ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_test(NAME ${name} COMMAND ${arg_COMMAND} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES LABELS ${label} SKIP_RETURN_CODE 77
        TIMEOUT ${arg_TIMEOUT} RUN_SERIAL ${arg_SERIAL} ENVIRONMENT "${environment}")
endfunction()

# Unit tests: every src/*/*_test.cpp. Property tests: every src/*/*_property_test.cpp.
function(duban_doctest target name)
    add_executable(${target} ${ARGN})
    target_link_libraries(${target} PRIVATE
        duban_unit_main ${libraries} duban_options doctest::doctest)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "")
    duban_test(${name} COMMAND ${target} TIMEOUT 600)
endfunction()

file(GLOB unit_tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*/*_test.cpp)
set(property_tests ${unit_tests})
list(FILTER unit_tests EXCLUDE REGEX "_property_test\\.cpp$")
list(FILTER property_tests INCLUDE REGEX "_property_test\\.cpp$")
if(NOT doctest_FOUND)
    message(NOTICE "doctest is not installed: no unit tests and no property tests")
else()
    add_library(duban_unit_main OBJECT tests/unit_main.cpp)
    target_link_libraries(duban_unit_main PRIVATE doctest::doctest duban_options)
    set_target_properties(duban_unit_main PROPERTIES CXX_CLANG_TIDY "")
    if(unit_tests)
        duban_doctest(duban_tests unit/duban_tests ${unit_tests})
    endif()
    if(property_tests AND rapidcheck_FOUND)
        duban_doctest(duban_property_tests property/duban_property_tests ${property_tests})
        target_link_libraries(duban_property_tests PRIVATE rapidcheck)
    elseif(property_tests)
        message(NOTICE "rapidcheck is not installed: no property tests")
    endif()
endif()

if(NOT Python3_FOUND)
    message(NOTICE "python3 is not installed: no cli tests, no checks of docs and dependencies")
    return()
endif()

duban_test(structure/dependencies COMMAND Python3::Interpreter tools/check_deps)
duban_test(structure/format COMMAND tools/check_format)
duban_test(docs/check_index COMMAND Python3::Interpreter tools/make_check_index --check)
duban_test(docs/structure COMMAND Python3::Interpreter tools/check_docs structure)

if(TARGET duban)
    duban_test(docs/examples COMMAND Python3::Interpreter tools/check_docs examples
               --binary $<TARGET_FILE:duban>)
    file(GLOB cli_tests CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
         ${PROJECT_SOURCE_DIR}/tests/cli/*.test)
    foreach(file IN LISTS cli_tests)
        get_filename_component(stem ${file} NAME_WE)
        duban_test(cli/${stem} COMMAND Python3::Interpreter tests/run_cli.py
                   --binary $<TARGET_FILE:duban> ${file})
    endforeach()
    duban_test(cli/layouts COMMAND Python3::Interpreter tests/layouts/run.py
               $<TARGET_FILE:duban>)
    duban_test(cli/text_round_trip TIMEOUT 600 COMMAND Python3::Interpreter tests/text_round_trip.py
               $<TARGET_FILE:duban>)
    duban_test(docs/example_table COMMAND Python3::Interpreter tests/example_table.py
               $<TARGET_FILE:duban>)
    duban_test(docs/check_pages COMMAND Python3::Interpreter tests/check_pages.py
               $<TARGET_FILE:duban>)
    duban_test(cli/valid_output COMMAND Python3::Interpreter tests/valid_output.py
               $<TARGET_FILE:duban>)
    duban_test(cli/docx_office COMMAND Python3::Interpreter tests/docx_office.py
               $<TARGET_FILE:duban>)
    duban_test(acceptance/round_trip COMMAND Python3::Interpreter tests/round_trip.py
               $<TARGET_FILE:duban> TIMEOUT 600)
    duban_test(acceptance/printed_pages COMMAND Python3::Interpreter tests/printed_pages.py
               $<TARGET_FILE:duban> ${PROJECT_BINARY_DIR}/pages TIMEOUT 600)
    # On the real document: reads its folder from DUBAN_CORPUS and skips itself without it.
    if(EXISTS ${PROJECT_SOURCE_DIR}/tests/acceptance/run.py)
        duban_test(acceptance/run COMMAND Python3::Interpreter tests/acceptance/run.py
                   $<TARGET_FILE:duban> SERIAL)
    elseif(EXISTS ${PROJECT_SOURCE_DIR}/tests/acceptance/run.sh)
        duban_test(acceptance/run COMMAND bash tests/acceptance/run.sh $<TARGET_FILE:duban> SERIAL)
    endif()
endif()
